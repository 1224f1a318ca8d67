package games.drawbridge.history;

import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.Rules;
import org.jspecify.annotations.Nullable;

/// What a room is held to.
///
/// @param level before which nothing may be told; checked where the history has `safe` lines
/// @param mayLose whether acknowledged events may be gone after what was done to the world; those
///   who saw them must have been told so (`reset`, `lost`)
/// @param convergedBy when everybody who has not left must have applied the whole log, in the
///   history's time; [Long#MAX_VALUE]: at its end
/// @param mostFenced how many `fenced` lines there may be
/// @param rules to fold the log with, so that every state told is checked; nothing when the log is
///   not whole (entries without events missing)
public record Promise(
        AckLevel level,
        boolean mayLose,
        long convergedBy,
        long mostFenced,
        @Nullable Rules<?, ?, ?> rules) {

    /// The usual: nothing is lost but from memory, and everybody has everything at the end.
    public static Promise of(AckLevel level) {
        return new Promise(level, level == AckLevel.MEMORY, Long.MAX_VALUE, Long.MAX_VALUE, null);
    }

    public Promise mayLose(boolean may) {
        return new Promise(level, may, convergedBy, mostFenced, rules);
    }

    public Promise convergedBy(long at) {
        return new Promise(level, mayLose, at, mostFenced, rules);
    }

    public Promise mostFenced(long most) {
        return new Promise(level, mayLose, convergedBy, most, rules);
    }

    public Promise rules(Rules<?, ?, ?> rules) {
        return new Promise(level, mayLose, convergedBy, mostFenced, rules);
    }
}

package games.drawbridge.model.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that was accepted in a room, with all that came of it. The log is a list of these.
///
/// @param at milliseconds since 1970, the owner's clock
/// @param seq of the newest event once this entry is applied; its own events are the last ones up
///   to it
/// @param over true in the entry that ended the room
/// @param <E> the kind's events; [Json] where the kind does not matter
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Entry<E>(
        Cause cause, long at, long seq, List<E> events, List<Effect> effects, boolean over) {

    /// Absent lists are empty: most entries have no effects, and the log is long.
    public Entry(
            Cause cause,
            long at,
            long seq,
            @Nullable List<E> events,
            @Nullable List<Effect> effects,
            boolean over) {
        this.cause = cause;
        this.at = at;
        this.seq = seq;
        this.events = events == null ? List.of() : List.copyOf(events);
        this.effects = effects == null ? List.of() : List.copyOf(effects);
        this.over = over;
    }

    public Instant when() {
        return Instant.ofEpochMilli(at);
    }

    /// The seq of this entry's first event, where it has any.
    public long firstSeq() {
        return seq - events.size() + 1;
    }

    /// Whether any of its effects goes beyond the room.
    public boolean goesOut() {
        return !effects.isEmpty() && effects.stream().anyMatch(Effect.Outward.class::isInstance);
    }

    /// The same, as it is once it is known whether it ended the room.
    Entry<E> overWhen(boolean ended) {
        return new Entry<>(cause, at, seq, events, effects, ended);
    }
}

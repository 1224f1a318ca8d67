package games.drawbridge.model.room;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Why something was refused: the stable codes of `deny` and `error` frames.
public enum Code {
    /// The frame or move is not of the documented form.
    BAD,
    UNAUTHORIZED,
    BANNED,
    FORBIDDEN,
    NOT_FOUND,
    /// The player has no seat in that room.
    NOT_SEATED,
    /// Every seat is taken.
    FULL,
    /// Another node owns that room.
    NOT_OWNER,
    /// Move ids must follow each other.
    ORDER,
    /// Too many moves a second.
    RATE,
    /// The log is slow or away, or too much is unanswered.
    BUSY,
    TOO_BIG,
    /// The kind's own rules said no; the detail is their reason.
    RULES,
    INTERNAL;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// As it stands on the wire: `not-found`.
    @JsonValue
    public String word() {
        return word;
    }
}

package games.drawbridge.model.room;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// Names one room: 1–80 characters of `[A-Za-z0-9_:-]`. A colon marks a well-known room
/// (`lobby:duel`).
public record RoomId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_:-]{0,79}");

    /// @throws IllegalArgumentException when the text is no room id
    @JsonCreator
    public RoomId {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not a room id");
    }

    /// Whether the room stands where its name says, and nobody makes it.
    public boolean isWellKnown() {
        return value.indexOf(':') > 0;
    }

    /// The kind of a well-known room: what stands before its first colon.
    public String kind() {
        return value.substring(0, Math.max(0, value.indexOf(':')));
    }

    /// The name of a well-known room among those of its kind.
    public String name() {
        return value.substring(value.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}

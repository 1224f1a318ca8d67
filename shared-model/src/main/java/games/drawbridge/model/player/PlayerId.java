package games.drawbridge.model.player;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// Names one player for ever: 1–64 characters of `[A-Za-z0-9_-]`.
public record PlayerId(@JsonValue String value) implements Comparable<PlayerId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /// @throws IllegalArgumentException when the text is no player id
    @JsonCreator
    public PlayerId {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not a player id");
    }

    @Override
    public int compareTo(PlayerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package games.drawbridge.model.leaderboard;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// Names one board: 1–40 characters of `[a-z0-9-]`.
public record BoardId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,40}");

    /// @throws IllegalArgumentException when the text is no board id
    @JsonCreator
    public BoardId {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not a board id");
    }

    @Override
    public String toString() {
        return value;
    }
}

package games.drawbridge.model.clans;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// Names one clan for ever: 1–64 characters of `[A-Za-z0-9_-]`, as fits into its hall's room id.
public record ClanId(@JsonValue String value) implements Comparable<ClanId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /// @throws IllegalArgumentException when the text is no clan id
    @JsonCreator
    public ClanId {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not a clan id");
    }

    @Override
    public int compareTo(ClanId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

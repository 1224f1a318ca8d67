package games.drawbridge.model.market;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// Names one offer or trade for ever.
///
/// @param value 32 hexadecimal digits
public record OfferId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    /// @throws IllegalArgumentException when the text is none
    @JsonCreator
    public OfferId {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not an offer id");
    }

    @Override
    public String toString() {
        return value;
    }
}

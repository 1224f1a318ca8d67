package games.drawbridge.model.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// What a balance counts: a game currency (`gold`) or a good (`item:disc-blue`).
public record Unit(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}(:[a-z0-9-]{1,64})?");

    /// @throws IllegalArgumentException when the text is no unit
    @JsonCreator
    public Unit {
        if (!FORM.matcher(value).matches())
            throw new IllegalArgumentException("not a unit: " + value);
    }

    /// The good `id` of a kind of goods.
    public static Unit good(String kind, String id) {
        return new Unit(kind + ":" + id);
    }

    public boolean isCurrency() {
        return value.indexOf(':') < 0;
    }

    /// The kind of goods; `currency` for a currency.
    public String kind() {
        return isCurrency() ? "currency" : value.substring(0, value.indexOf(':'));
    }

    /// The good's or currency's own name.
    public String id() {
        return value.substring(value.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}

package games.drawbridge.model.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a balance counts: a game currency (`gold`), a good (`item:disc-blue`), one piece of a
/// unique good (`item:sword#4f9c`), real money in minor units (`money:eur`), or what a player owes
/// of anything else (`debt:gold`).
public record Unit(@JsonValue String value) {
    private static final Pattern FORM =
            Pattern.compile("(debt:)?[a-z][a-z0-9-]{0,31}(:[a-z0-9-]{1,64}(#[a-z0-9]{1,32})?)?");
    private static final String DEBT = "debt:";
    private static final String MONEY = "money:";

    /// @throws IllegalArgumentException when the text is no unit
    @JsonCreator
    public Unit {
        if (!FORM.matcher(value).matches() || value.startsWith(DEBT + DEBT))
            throw new IllegalArgumentException("not a unit: " + value);
    }

    /// The good `id` of a kind of goods.
    public static Unit good(String kind, String id) {
        return new Unit(kind + ":" + id);
    }

    /// Real money of one currency, in its minor units.
    ///
    /// @param currency ISO 4217: `EUR`
    public static Unit money(String currency) {
        return new Unit(MONEY + currency.toLowerCase(Locale.ROOT));
    }

    /// One piece of this good.
    ///
    /// @param id 1 to 32 lower-case letters and digits
    public Unit instance(String id) {
        return new Unit(value + "#" + id);
    }

    /// Which piece of a unique good it is; empty for what is stacked.
    public Optional<String> instance() {
        int at = value.indexOf('#');
        return at < 0 ? Optional.empty() : Optional.of(value.substring(at + 1));
    }

    /// What is owed of this one.
    public Unit debt() {
        return new Unit(DEBT + value);
    }

    public boolean isDebt() {
        return value.startsWith(DEBT);
    }

    /// This one, or of a debt the unit that is owed.
    public Unit owed() {
        return isDebt() ? new Unit(value.substring(DEBT.length())) : this;
    }

    public boolean isMoney() {
        return value.startsWith(MONEY);
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
        int end = value.indexOf('#');
        return value.substring(value.indexOf(':') + 1, end < 0 ? value.length() : end);
    }

    @Override
    public String toString() {
        return value;
    }
}

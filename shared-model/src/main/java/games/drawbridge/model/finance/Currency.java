package games.drawbridge.model.finance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import java.util.regex.Pattern;

/// A real currency by its ISO 4217 letters, `EUR`. The game's own are
/// [units][games.drawbridge.model.wallet.Unit].
public record Currency(@JsonValue String code) implements Comparable<Currency> {
    private static final Pattern FORM = Pattern.compile("[A-Z]{3}");

    // Exponents of ISO 4217 that are not 2. They stand here and are not taken from the JDK's table,
    // which changes between releases: a closed month must come out the same for ever.
    private static final Set<String> WHOLE =
            words("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF");
    private static final Set<String> THOUSANDTHS = words("BHD IQD JOD KWD LYD OMR TND");
    private static final Set<String> TEN_THOUSANDTHS = words("CLF UYW");

    /// @throws IllegalArgumentException when these are not three capital letters
    @JsonCreator
    public Currency {
        if (!FORM.matcher(code).matches())
            throw new IllegalArgumentException("not a currency: " + code);
    }

    /// Decimals of its minor unit by ISO 4217. A provider may count otherwise:
    /// [ProviderName#exponent].
    public int exponent() {
        if (WHOLE.contains(code)) return 0;
        if (THOUSANDTHS.contains(code)) return 3;
        return TEN_THOUSANDTHS.contains(code) ? 4 : 2;
    }

    private static Set<String> words(String line) {
        return Set.of(line.split(" "));
    }

    @Override
    public int compareTo(Currency other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}

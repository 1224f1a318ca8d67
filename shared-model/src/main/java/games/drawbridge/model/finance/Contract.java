package games.drawbridge.model.finance;

import java.time.YearMonth;
import java.util.regex.Pattern;

/// What an affiliate was promised for the sales of a month and those after it.
///
/// @param share of the net of their sales, in hundredths of a percent: 1,500 is 15 %
/// @param minimum below which nothing is paid out but carried over, in minor units of the reporting
///   currency
public record Contract(String affiliate, YearMonth from, int share, long minimum) {
    /// Of a whole.
    public static final int WHOLE = 10_000;

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

    /// @throws IllegalArgumentException when the share is no part of a whole, or the minimum
    ///   negative
    public Contract {
        if (share < 0 || share > WHOLE) throw new IllegalArgumentException("not a share: " + share);
        if (minimum < 0) throw new IllegalArgumentException("not a minimum: " + minimum);
    }

    /// Whether an affiliate may be called so: 1–64 characters of `[a-z0-9-]`.
    public static boolean isAffiliate(String name) {
        return NAME.matcher(name).matches();
    }
}

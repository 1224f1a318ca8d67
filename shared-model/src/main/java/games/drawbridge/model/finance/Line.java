package games.drawbridge.model.finance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// What a statement consists of.
public sealed interface Line {

    /// What is owed to a country, by how it is paid and who collected it.
    ///
    /// @param country absent where the provider did not say
    record Tax(@Nullable String country, @Nullable String treatment, ProviderName provider, Sum sum)
            implements Line {
        Tax plus(Tax other) {
            return new Tax(country, treatment, provider, sum.plus(other.sum));
        }
    }

    /// What a provider kept of a currency.
    record Fee(ProviderName provider, Sum sum) implements Line {
        Fee plus(Fee other) {
            return new Fee(provider, sum.plus(other.sum));
        }
    }

    /// All of a currency.
    record PerCurrency(Sum sum) implements Line {
        PerCurrency plus(PerCurrency other) {
            return new PerCurrency(sum.plus(other.sum));
        }
    }

    /// What happened on one day in one currency, in the reporting currency.
    ///
    /// @param month in whose books the movements stand; an earlier one if there was no rate then
    /// @param day the provider's
    record Conversion(YearMonth month, LocalDate day, Quote quote, Sum sum, Converted converted)
            implements Line {}

    /// What could not be converted, because nobody says at what rate. It is tried again with each
    /// month.
    ///
    /// @param month in whose books the movements stand
    /// @param saleMonth in whose books the sale stands, which decides the affiliate's contract
    record Open(
            YearMonth month,
            LocalDate day,
            @Nullable String affiliate,
            YearMonth saleMonth,
            Sum sum)
            implements Line {
        Open plus(Open other) {
            return new Open(month, day, affiliate, saleMonth, sum.plus(other.sum));
        }
    }

    /// An affiliate's share in the sales of a month and what has gone back of them since.
    ///
    /// @param share in hundredths of a percent
    /// @param base net of the sales, in minor units of the reporting currency
    /// @param amount the share of it; rounded once, of the exact base
    record Share(String affiliate, YearMonth saleMonth, int share, long base, long amount)
            implements Line {}

    /// Net of an affiliate with whom nothing was agreed for the month of the sale. It is tried
    /// again with each month.
    ///
    /// @param base exact, in whole units of the reporting currency
    record Unagreed(String affiliate, YearMonth saleMonth, BigDecimal base) implements Line {}

    /// What an affiliate gets: carried + shares = paid + left.
    ///
    /// @param carried from the month before; negative when more went back than they had earned
    /// @param left to be carried on: below the minimum, or negative
    record Payout(String affiliate, long carried, long shares, long minimum, long paid, long left)
            implements Line {}
}

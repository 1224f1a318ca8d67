package games.drawbridge.functions.payments;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a provider told that matters for the books alone.
///
/// @param country of the buyer
/// @param tax of the charge, in its minor units
/// @param fee what the provider keeps of the charge, in its minor units; absent: by its usual terms
/// @param rate of the currency in which it pays out, if it is another one
/// @param paidOut that currency
/// @param fees what it takes beside: of disputes
record Books(
        @Nullable String country,
        @Nullable String taxCountry,
        @Nullable String taxTreatment,
        long tax,
        @Nullable Long fee,
        @Nullable BigDecimal rate,
        @Nullable String paidOut,
        List<Fee> fees) {
    static final Books NONE = new Books(null, null, null, 0, null, null, null, List.of());

    /// @param key names it within its payment, for ever
    record Fee(String key, long amount, String currency, java.time.Instant at) {}

    Books {
        fees = List.copyOf(fees);
    }
}

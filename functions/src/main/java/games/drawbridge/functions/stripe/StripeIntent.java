package games.drawbridge.functions.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/// A payment.
///
/// @param status `succeeded`, `processing`, `requires_payment_method`, `canceled` …
/// @param country of the payer's card or address, if Stripe knows it
/// @param fee what Stripe keeps of it, in the currency in which it pays out
public record StripeIntent(
        String id,
        String status,
        Optional<Charge> charge,
        Optional<Fee> fee,
        Optional<String> country) {

    /// @param amount in Stripe's minor units
    public record Charge(String id, long amount, String currency, Instant at) {}

    /// @param amount in Stripe's minor units
    /// @param rate of the payment's currency, where it is another one
    public record Fee(long amount, String currency, Optional<String> rate) {}

    static StripeIntent of(JsonNode said) {
        var charge = said.path("latest_charge");
        boolean isTaken = charge.isObject() && charge.path("status").asText().equals("succeeded");
        return new StripeIntent(
                said.path("id").asText(),
                said.path("status").asText(),
                isTaken ? Optional.of(charge(charge)) : Optional.empty(),
                isTaken ? fee(charge.path("balance_transaction")) : Optional.empty(),
                StripeSession.text(charge.path("billing_details").path("address"), "country"));
    }

    private static Charge charge(JsonNode said) {
        return new Charge(
                said.path("id").asText(),
                said.path("amount").asLong(),
                said.path("currency").asText(),
                Instant.ofEpochSecond(said.path("created").asLong()));
    }

    /// It may not be known yet.
    private static Optional<Fee> fee(JsonNode said) {
        if (!said.isObject()) return Optional.empty();
        var rate = said.path("exchange_rate");
        return Optional.of(
                new Fee(
                        said.path("fee").asLong(),
                        said.path("currency").asText(),
                        rate.isNumber() ? Optional.of(rate.asText()) : Optional.empty()));
    }
}

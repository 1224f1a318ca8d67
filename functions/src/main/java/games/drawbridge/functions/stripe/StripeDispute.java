package games.drawbridge.functions.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/// The payer's bank asks for the money.
///
/// @param moves the money that it moved so far: taken, and given again
public record StripeDispute(
        String id, String status, long amount, String currency, Instant at, List<Move> moves) {
    private static final Set<String> OVER =
            Set.of("won", "lost", "warning_closed", "prevented", "charge_refunded");

    /// @param amount of the payout account, in its currency; taken when negative
    /// @param fee what the dispute itself costs
    public record Move(String id, long amount, long fee, String currency, Instant at) {}

    static StripeDispute of(JsonNode said) {
        return new StripeDispute(
                said.path("id").asText(),
                said.path("status").asText(),
                said.path("amount").asLong(),
                said.path("currency").asText(),
                Instant.ofEpochSecond(said.path("created").asLong()),
                StreamSupport.stream(said.path("balance_transactions").spliterator(), false)
                        .map(StripeDispute::move)
                        .toList());
    }

    private static Move move(JsonNode said) {
        return new Move(
                said.path("id").asText(),
                said.path("amount").asLong(),
                said.path("fee").asLong(),
                said.path("currency").asText(),
                Instant.ofEpochSecond(said.path("created").asLong()));
    }

    public boolean isOver() {
        return OVER.contains(status);
    }
}

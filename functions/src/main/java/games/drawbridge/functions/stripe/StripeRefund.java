package games.drawbridge.functions.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// Money that goes back, or means to.
///
/// @param status `pending`, `requires_action`, `succeeded`, `failed` or `canceled`
public record StripeRefund(String id, String status, long amount, String currency, Instant at) {
    static StripeRefund of(JsonNode said) {
        return new StripeRefund(
                said.path("id").asText(),
                said.path("status").asText(),
                said.path("amount").asLong(),
                said.path("currency").asText(),
                Instant.ofEpochSecond(said.path("created").asLong()));
    }

    public boolean isDone() {
        return status.equals("succeeded");
    }
}

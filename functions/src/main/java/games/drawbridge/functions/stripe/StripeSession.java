package games.drawbridge.functions.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A checkout page and what came of it.
///
/// @param url of the page; absent once it is over
/// @param reference what we called it: the order
/// @param status `open`, `complete` or `expired`
/// @param isPaid whether the money is there; some ways to pay take days
/// @param metadata what we had it remember
/// @param email that the player gave on the page
/// @param intent the payment; absent before the player has tried
public record StripeSession(
        String id,
        Optional<String> url,
        Optional<String> reference,
        String status,
        boolean isPaid,
        boolean isLive,
        long amount,
        String currency,
        Instant createdAt,
        Map<String, String> metadata,
        Optional<String> email,
        Optional<String> intent) {

    static StripeSession of(JsonNode said) {
        var metadata = new HashMap<String, String>();
        said.path("metadata")
                .properties()
                .forEach(each -> metadata.put(each.getKey(), each.getValue().asText()));
        return new StripeSession(
                said.path("id").asText(),
                text(said, "url"),
                text(said, "client_reference_id"),
                said.path("status").asText(),
                !said.path("payment_status").asText("unpaid").equals("unpaid"),
                said.path("livemode").asBoolean(),
                said.path("amount_total").asLong(),
                said.path("currency").asText(),
                Instant.ofEpochSecond(said.path("created").asLong()),
                Map.copyOf(metadata),
                text(said.path("customer_details"), "email"),
                text(said, "payment_intent"));
    }

    /// An id, or the id of what stands in its place.
    static Optional<String> text(JsonNode said, String name) {
        var node = said.path(name);
        return Optional.ofNullable(node.isObject() ? node.path("id").textValue() : node.textValue())
                .filter(text -> !text.isEmpty());
    }
}

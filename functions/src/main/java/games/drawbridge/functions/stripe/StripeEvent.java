package games.drawbridge.functions.stripe;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.stripe.StripeRefused.Why;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What Stripe tells of. Of what it says only the ids are used: the rest may be old when it comes,
/// so it is asked for.
///
/// @param id names the event for ever
/// @param payment the session or intent that it is about; empty when it is about no payment
public record StripeEvent(String id, String type, Optional<String> payment) {

    /// @throws StripeRefused when it is no event
    public static StripeEvent of(String body) {
        var event = tree(body);
        String id = event.path("id").asText("");
        String type = event.path("type").asText("");
        if (id.isEmpty() || type.isEmpty())
            throw new StripeRefused(Why.JSON, "an event has an id and a type");
        var about = event.path("data").path("object");
        return new StripeEvent(id, type, Optional.ofNullable(payment(about)));
    }

    private static @Nullable String payment(JsonNode about) {
        String kind = about.path("object").asText("");
        String named =
                kind.equals("checkout.session") || kind.equals("payment_intent")
                        ? about.path("id").asText("")
                        : about.path("payment_intent").asText("");
        return StripeApi.isPayment(named) ? named : null;
    }

    private static JsonNode tree(String body) {
        try {
            return JsonText.strictly(body);
        } catch (JacksonException _) {
            throw new StripeRefused(Why.JSON, "an event is JSON");
        }
    }
}

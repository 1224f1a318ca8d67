package games.drawbridge.local.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Json;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who pays at Facebook's double, and how the game hears of it. With `instant` it is a purchase in
/// an Instant Game, which has a token and no `request_id`.
final class FacebookPayments {
    private static final Pattern SKU = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,3})?");
    private static final Pattern USER = Pattern.compile("[0-9]{1,17}");

    private final FacebookBooks books;
    private final Postman postman;
    private final InstantSource clock;
    private final String origin;

    FacebookPayments(FacebookBooks books, Postman postman, InstantSource clock, String origin) {
        this.books = books;
        this.postman = postman;
        this.clock = clock;
        this.origin = origin;
    }

    /// @return `{paymentId, signedRequest, purchaseToken?}`
    ObjectNode pay(JsonNode asked) {
        boolean isInstant = asked.path("instant").asBoolean();
        String sku = checked(asked, "sku", SKU);
        var bought =
                new FacebookBooks.Bought(
                        isInstant ? Optional.empty() : Optional.of(checked(asked, "user", USER)),
                        isInstant ? sku : origin + "/og/" + sku,
                        isInstant ? 1 : Math.clamp(asked.path("quantity").asInt(1), 1, 100),
                        Optional.of(asked.path("requestId").asText("")).filter(id -> !id.isEmpty()),
                        checked(asked, "currency", CURRENCY),
                        new BigDecimal(checked(asked, "amount", AMOUNT)));
        String id = books.pay(bought);
        tell(id, "actions", isInstant, Telling.of(asked));
        var answer = Json.object().put("paymentId", id);
        if (isInstant) return instant(answer, id, sku, bought);
        return answer.put("signedRequest", MetaSignature.sign(dialog(id, bought), clock.instant()));
    }

    private static ObjectNode dialog(String id, FacebookBooks.Bought bought) {
        return Json.object()
                .put("amount", bought.amount().toPlainString())
                .put("currency", bought.currency())
                .put("payment_id", Long.parseLong(id))
                .put("quantity", String.valueOf(bought.quantity()))
                .put("request_id", bought.requestId().orElse(""))
                .put("status", "completed");
    }

    private ObjectNode instant(
            ObjectNode answer, String id, String sku, FacebookBooks.Bought bought) {
        String token = new StringBuilder(id).reverse().toString();
        var purchase =
                Json.object()
                        .put("app_id", LocalSecrets.FACEBOOK_APP)
                        .put("is_consumed", false)
                        .put("payment_action_type", "charge")
                        .put("payment_id", id)
                        .put("product_id", sku)
                        .put("purchase_time", clock.instant().getEpochSecond())
                        .put("purchase_token", token);
        purchase.putObject("purchase_price")
                .put("amount", bought.amount().toPlainString())
                .put("currency", bought.currency());
        return answer.put("purchaseToken", token)
                .put("signedRequest", MetaSignature.sign(purchase, clock.instant()));
    }

    /// @param what `refund`, `chargeback`, `reversal`, `decline` or `dispute`
    ObjectNode happen(String id, String what, JsonNode asked) {
        var amount =
                asked.has("amount")
                        ? Optional.of(new BigDecimal(checked(asked, "amount", AMOUNT)))
                        : Optional.<BigDecimal>empty();
        String changed = books.happen(id, what, amount);
        tell(id, changed, isInstant(id), Telling.of(asked));
        return Json.object().put("paymentId", id);
    }

    private boolean isInstant(String id) {
        return books.find(id).map(payment -> !payment.has("user")).orElse(false);
    }

    /// An update of object `payments`, signed over its bytes. What Meta sends for Instant Games is
    /// not documented; here it is the same with the payment named.
    private void tell(String id, String changed, boolean isInstant, Telling telling) {
        var update = Json.object().put("object", isInstant ? "instant_game_payments" : "payments");
        var entry = update.putArray("entry").addObject().put("id", id);
        entry.put("time", clock.instant().getEpochSecond());
        entry.putArray("changed_fields").add(changed);
        if (isInstant) entry.put("payment_id", id);
        String body = Json.text(update);
        byte[] signed = MetaSignature.hmac(body.getBytes(UTF_8));
        String signature = "sha256=" + HexFormat.of().formatHex(signed);
        postman.bring(
                new Postman.Letter(
                        "/v1/payments/" + (isInstant ? "instant" : "facebook") + "/webhook",
                        body,
                        () -> Map.of("x-hub-signature-256", signature)),
                telling);
    }

    /// The game itself has changed something at the Graph.
    void changed(String id, String what) {
        tell(id, what, isInstant(id), Telling.of(Json.object()));
    }

    private static String checked(JsonNode asked, String name, Pattern form) {
        String text = asked.path(name).asText();
        if (!form.matcher(text).matches())
            throw new IllegalArgumentException(name + " must be " + form.pattern());
        return text;
    }
}

package games.drawbridge.local.providers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Json;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The payments of Facebook's double, as the Graph shows them: in memory, gone with the world.
final class FacebookBooks {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

    private final Map<String, ObjectNode> payments = new HashMap<>();
    private final InstantSource clock;
    private int made;

    FacebookBooks(InstantSource clock) {
        this.clock = clock;
    }

    /// What somebody buys.
    ///
    /// @param user absent in an Instant Game
    /// @param product address or id
    record Bought(
            Optional<String> user,
            String product,
            int quantity,
            Optional<String> requestId,
            String currency,
            BigDecimal amount) {}

    /// Its id.
    synchronized String pay(Bought bought) {
        // sixteen digits, unlike those of another life of the world
        String id = String.valueOf(clock.millis() * 1_000 + ++made % 1_000);
        var payment = Json.object().put("id", id);
        bought.user()
                .ifPresent(user ->
                        payment.putObject("user").put("id", user).put("name", "Local " + user));
        payment.putObject("application")
                .put("id", LocalSecrets.FACEBOOK_APP)
                .put("name", "Local")
                .put("namespace", "local");
        payment.putArray("actions");
        payment.putArray("items")
                .addObject()
                .put("type", "IN_APP_PURCHASE")
                .put("product", bought.product())
                .put("quantity", bought.quantity());
        bought.requestId().ifPresent(request -> payment.put("request_id", request));
        payment.put("country", "DE")
                .put("tax", "not_taxed")
                .put("created_time", now())
                .put("payout_foreign_exchange_rate", 1)
                .put("test", 1);
        payments.put(id, payment);
        act(payment, "charge", bought.currency(), bought.amount());
        return id;
    }

    /// Something happens to a payment; what the Graph then says that changed.
    ///
    /// @param amount nothing means all of it
    synchronized String happen(String id, String what, Optional<BigDecimal> amount) {
        var payment = payments.get(id);
        if (payment == null) throw new IllegalArgumentException("no such payment: " + id);
        var charge = payment.path("actions").path(0);
        var all = amount.orElseGet(() -> new BigDecimal(charge.path("amount").asText()));
        String currency = charge.path("currency").asText();
        switch (what) {
            case "refund", "chargeback", "decline" -> act(payment, what, currency, all);
            case "reversal" -> act(payment, "chargeback_reversal", currency, all);
            case "dispute" -> {
                payment.withArray("disputes")
                        .addObject()
                        .put("user_comment", "I didn't receive my item! I want a refund, please!")
                        .put("time_created", now())
                        .put("user_email", "email@domain.com")
                        .put("status", "pending")
                        .put("reason", "pending");
                return "disputes";
            }
            default -> throw new IllegalArgumentException("no such thing happens: " + what);
        }
        return "actions";
    }

    /// Settles what is disputed, as the game's call does.
    synchronized boolean resolve(String id, String reason) {
        var payment = payments.get(id);
        if (payment == null) return false;
        for (var each : payment.withArray("disputes"))
            ((ObjectNode) each).put("status", "resolved").put("reason", reason);
        return true;
    }

    synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(payments.get(id)).map(this::shown);
    }

    private ObjectNode shown(ObjectNode payment) {
        var shown = payment.deepCopy();
        var left = BigDecimal.ZERO;
        String currency = "";
        for (var action : payment.path("actions")) {
            var amount = new BigDecimal(action.path("amount").asText());
            currency = action.path("currency").asText();
            switch (action.path("type").asText()) {
                case "charge", "chargeback_reversal" -> left = left.add(amount);
                case "refund", "chargeback" -> left = left.subtract(amount);
                default -> {}
            }
        }
        shown.putObject("refundable_amount")
                .put("currency", currency)
                .put("amount", left.max(BigDecimal.ZERO).toPlainString());
        return shown;
    }

    private void act(ObjectNode payment, String type, String currency, BigDecimal amount) {
        ((ArrayNode) payment.get("actions"))
                .addObject()
                .put("type", type)
                .put("status", "completed")
                .put("currency", currency)
                .put("amount", amount.toPlainString())
                .put("time_created", now())
                .put("time_updated", now());
    }

    private String now() {
        return TIME.format(clock.instant());
    }
}

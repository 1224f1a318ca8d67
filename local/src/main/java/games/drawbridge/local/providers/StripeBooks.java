package games.drawbridge.local.providers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Json;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What Stripe's double has in its books, as the API shows it: in memory, gone with the world.
final class StripeBooks {
    /// What Stripe keeps: 2.9 % and thirty cents.
    private static final double RATE = 0.029;

    private static final long FIXED = 30;
    private static final long DISPUTE_FEE = 1_500;

    private final Map<String, ObjectNode> things = new LinkedHashMap<>();
    private final Map<String, String> byKey = new LinkedHashMap<>();
    private final InstantSource clock;
    private int ids;

    StripeBooks(InstantSource clock) {
        this.clock = clock;
    }

    synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(things.get(id)).map(ObjectNode::deepCopy);
    }

    /// Things of a kind that are about an intent, newest first, as a list of the API.
    synchronized ObjectNode list(String kind, String intent) {
        var list = Json.object().put("object", "list").put("has_more", false);
        var data = list.putArray("data");
        for (var each : things.values())
            if (each.path("object").asText().equals(kind)
                    && each.path("payment_intent").asText().equals(intent))
                data.insert(0, each.deepCopy());
        return list;
    }

    /// The session of an order.
    synchronized Optional<String> session(String order) {
        return things.values().stream()
                .filter(each -> each.path("client_reference_id").asText().equals(order))
                .map(each -> each.path("id").asText())
                .findFirst();
    }

    /// A wish under its `Idempotency-Key`: done once.
    synchronized ObjectNode once(String key, java.util.function.Supplier<String> wish) {
        return thing(byKey.computeIfAbsent(key, _ -> wish.get())).deepCopy();
    }

    synchronized String open(Map<String, String> asked, String origin) {
        var session = thing("cs_test_", "checkout.session");
        String id = session.path("id").asText();
        long amount =
                Long.parseLong(asked.getOrDefault("line_items[0][price_data][unit_amount]", ""));
        session.put("amount_total", amount)
                .put("currency", asked.get("line_items[0][price_data][currency]"))
                .put("client_reference_id", asked.get("client_reference_id"))
                .put("mode", asked.get("mode"))
                .put("status", "open")
                .put("payment_status", "unpaid")
                .put("url", origin + "/_local/stripe/pay/" + id)
                .put("success_url", asked.get("success_url"))
                .put("cancel_url", asked.get("cancel_url"))
                .putNull("payment_intent");
        var metadata = session.putObject("metadata");
        asked.forEach((name, value) -> {
            if (name.startsWith("metadata["))
                metadata.put(name.substring(9, name.length() - 1), value);
        });
        return id;
    }

    /// Who pays has said where they get e-mail.
    synchronized void payer(String session, String email) {
        if (!email.isEmpty()) thing(session).putObject("customer_details").put("email", email);
    }

    /// Pays a session that is open; its intent.
    synchronized String pay(String id) {
        var session = thing(id);
        if (!session.path("status").asText().equals("open"))
            return session.path("payment_intent").asText();
        long amount = session.path("amount_total").asLong();
        String currency = session.path("currency").asText();
        var intent = thing("pi_", "payment_intent").put("status", "succeeded");
        intent.put("amount", amount).put("currency", currency);
        var charge = intent.putObject("latest_charge").put("id", id("ch_")).put("object", "charge");
        charge.put("amount", amount).put("currency", currency).put("status", "succeeded");
        charge.put("paid", true).put("created", now());
        charge.putObject("billing_details").putObject("address").put("country", "DE");
        charge.putObject("balance_transaction")
                .put("id", id("txn_"))
                .put("object", "balance_transaction")
                .put("amount", amount)
                .put("currency", currency)
                .put("fee", Math.round(amount * RATE) + FIXED);
        session.put("payment_intent", intent.path("id").asText())
                .put("payment_status", "paid")
                .put("status", "complete")
                .putNull("url");
        return intent.path("id").asText();
    }

    synchronized void expire(String session) {
        var found = thing(session);
        if (found.path("status").asText().equals("open"))
            found.put("status", "expired").putNull("url");
    }

    /// @param amount nothing means all of it
    synchronized String refund(String intent, long amount) {
        var paid = thing(intent);
        var refund =
                thing("re_", "refund").put("status", "succeeded").put("payment_intent", intent);
        refund.put("charge", paid.path("latest_charge").path("id").asText())
                .put("amount", amount == 0 ? paid.path("amount").asLong() : amount)
                .put("currency", paid.path("currency").asText());
        return refund.path("id").asText();
    }

    /// The bank takes all of it.
    synchronized String dispute(String intent) {
        var paid = thing(intent);
        long amount = paid.path("amount").asLong();
        String currency = paid.path("currency").asText();
        var dispute = thing("dp_", "dispute").put("status", "needs_response");
        dispute.put("payment_intent", intent)
                .put("charge", paid.path("latest_charge").path("id").asText())
                .put("reason", "fraudulent")
                .put("amount", amount)
                .put("currency", currency);
        move(dispute.putArray("balance_transactions"), -amount, DISPUTE_FEE, currency);
        return dispute.path("id").asText();
    }

    /// The bank decides the intent's disputes.
    synchronized void decide(String intent, boolean won) {
        for (var each : things.values()) {
            if (!each.path("object").asText().equals("dispute")
                    || !each.path("payment_intent").asText().equals(intent)
                    || !each.path("status").asText().equals("needs_response")) continue;
            each.put("status", won ? "won" : "lost");
            if (won && each.get("balance_transactions") instanceof ArrayNode moves)
                move(moves, each.path("amount").asLong(), 0, each.path("currency").asText());
        }
    }

    /// An event about a thing as it is now.
    synchronized ObjectNode event(String type, String about) {
        var event =
                Json.object()
                        .put("id", id("evt_"))
                        .put("object", "event")
                        .put("type", type)
                        .put("api_version", "2025-09-30.clover")
                        .put("created", now())
                        .put("livemode", false);
        event.putObject("data").set("object", thing(about).deepCopy());
        return event;
    }

    private void move(ArrayNode moves, long amount, long fee, String currency) {
        moves.addObject()
                .put("id", id("txn_"))
                .put("object", "balance_transaction")
                .put("amount", amount)
                .put("fee", fee)
                .put("currency", currency)
                .put("created", now());
    }

    private ObjectNode thing(String id) {
        var thing = things.get(id);
        if (thing == null) throw new IllegalArgumentException("No such thing: " + id);
        return thing;
    }

    private ObjectNode thing(String prefix, String kind) {
        String id = id(prefix);
        var thing = Json.object().put("id", id).put("object", kind).put("created", now());
        things.put(id, thing.put("livemode", false));
        return thing;
    }

    /// Unlike those of another life of the world.
    private String id(String prefix) {
        ids++;
        return prefix + Long.toString(clock.millis(), 36) + ids;
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}

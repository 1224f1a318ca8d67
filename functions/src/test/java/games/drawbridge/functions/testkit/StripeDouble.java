package games.drawbridge.functions.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// As much of Stripe's API as the game uses, in its documented shapes. Tests decide who pays, and
/// what becomes of it.
public final class StripeDouble implements AutoCloseable {
    public static final String WEBHOOK_SECRET = "whsec_of_a_test";
    public static final String API_KEY = "sk_test_of_a_test";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> sessions = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> byKey = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> intents = new ConcurrentHashMap<>();
    private final Map<String, ArrayNode> refunds = new ConcurrentHashMap<>();
    private final Map<String, ArrayNode> disputes = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;
    private volatile boolean down;
    private volatile Lifetime lifetime = new Lifetime();

    public StripeDouble() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/v1/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void goDown(boolean isDown) {
        down = isDown;
    }

    /// Who asks lives as long as that.
    public void endWith(Lifetime callers) {
        lifetime = callers;
    }

    /// Questions so far.
    public int asked() {
        return asked.get();
    }

    /// Somebody pays on the session's page.
    ///
    /// @return the intent's id
    public String pay(String session) {
        var paid = sessions.get(session);
        return pay(session, paid.get("amount_total").asLong(), paid.get("currency").asText());
    }

    /// The same with other money than asked for.
    public String pay(String session, long amount, String currency) {
        var paid = sessions.get(session);
        String id = "pi_" + ids.incrementAndGet();
        paid.put("payment_intent", id).put("payment_status", "paid").put("status", "complete");
        paid.putNull("url");
        var intent = thing(id, "payment_intent").put("status", "succeeded");
        intent.putObject("latest_charge")
                .put("id", "ch_" + ids.incrementAndGet())
                .put("amount", amount)
                .put("currency", currency)
                .put("status", "succeeded")
                .put("created", now())
                .putObject("balance_transaction")
                .put("id", "txn_" + ids.incrementAndGet())
                .put("fee", 36)
                .put("currency", currency);
        refunds.put(id, JSON.createArrayNode());
        disputes.put(id, JSON.createArrayNode());
        intents.put(id, intent);
        return id;
    }

    /// Who pays has said where they get e-mail.
    public void payer(String session, String email) {
        sessions.get(session).putObject("customer_details").put("email", email);
    }

    /// Nobody paid in a day.
    public void expire(String session) {
        sessions.get(session).put("status", "expired");
    }

    /// A session that this game's order calls know nothing of.
    public String strange(String player, String sku, int quantity, long amount) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("client_reference_id", "forgotten" + ids.incrementAndGet());
        fields.put("line_items[0][price_data][currency]", "usd");
        fields.put("line_items[0][price_data][unit_amount]", "" + amount);
        fields.put("metadata[player]", player);
        fields.put("metadata[sku]", sku);
        fields.put("metadata[quantity]", "" + quantity);
        return open(fields).get("id").asText();
    }

    public String refund(String intent, long amount, String status) {
        String id = "re_" + ids.incrementAndGet();
        var refund = thing(id, "refund").put("amount", amount).put("currency", "usd");
        refund.put("status", status).put("payment_intent", intent).put("created", now());
        refunds.get(intent).add(refund);
        return id;
    }

    public void refundBecomes(String intent, String refund, String status) {
        for (var each : refunds.get(intent))
            if (each.get("id").asText().equals(refund)) ((ObjectNode) each).put("status", status);
    }

    /// The bank takes all of it.
    public String dispute(String intent, long amount) {
        String id = "dp_" + ids.incrementAndGet();
        var dispute = thing(id, "dispute").put("amount", amount).put("currency", "usd");
        dispute.put("status", "needs_response").put("payment_intent", intent);
        dispute.put("created", now());
        move(dispute.putArray("balance_transactions"), -amount, 1_500);
        disputes.get(intent).add(dispute);
        return id;
    }

    /// The bank decides.
    public void decide(String intent, String dispute, boolean forUs) {
        for (var each : disputes.get(intent)) {
            if (!each.get("id").asText().equals(dispute)) continue;
            ((ObjectNode) each).put("status", forUs ? "won" : "lost");
            if (forUs)
                move((ArrayNode) each.get("balance_transactions"), each.get("amount").asLong(), 0);
        }
    }

    private void move(ArrayNode moves, long amount, long fee) {
        moves.addObject()
                .put("id", "txn_" + ids.incrementAndGet())
                .put("amount", amount)
                .put("fee", fee)
                .put("currency", "usd")
                .put("created", now());
    }

    /// What it tells of a thing, as it is now.
    public String event(String type, String object, String id, String intent) {
        var event = thing("evt_" + ids.incrementAndGet(), "event").put("type", type);
        event.putObject("data")
                .putObject("object")
                .put("id", id)
                .put("object", object)
                .put("payment_intent", intent);
        return event.toString();
    }

    /// The header that comes with it.
    public static String signature(String body, Instant at, String secret) {
        byte[] signed = (at.getEpochSecond() + "." + body).getBytes(UTF_8);
        return "t="
                + at.getEpochSecond()
                + ",v1="
                + HexFormat.of().formatHex(MetaSigning.hmac(signed, secret));
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        String query = exchange.getRequestURI().getRawQuery();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var fields = fields(exchange.getRequestMethod().equals("GET") ? query : body);
        String path = exchange.getRequestURI().getPath().substring("/v1/".length());
        String call = "Stripe " + exchange.getRequestMethod() + " " + path.split("/")[0];
        if (down || !lifetime.allows(call)) answer(exchange, 503, JSON.createObjectNode());
        else if (!("Bearer " + API_KEY)
                .equals(exchange.getRequestHeaders().getFirst("Authorization")))
            answer(exchange, 401, error("invalid_api_key"));
        else {
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            var got =
                    exchange.getRequestMethod().equals("GET")
                            ? get(path, fields)
                            : byKey.computeIfAbsent(key, _ -> post(path, fields));
            answer(exchange, got == null ? 404 : 200, got == null ? error("missing") : got);
        }
    }

    private ObjectNode get(String path, Map<String, String> fields) {
        String intent = fields.get("payment_intent");
        String[] parts = path.split("/");
        return switch (parts[0]) {
            case "checkout" -> parts.length == 3 ? sessions.get(parts[2]) : listed(intent);
            case "payment_intents" -> intents.get(parts[1]);
            case "refunds" -> list(refunds.get(intent));
            case "disputes" -> list(disputes.get(intent));
            default -> null;
        };
    }

    private ObjectNode listed(String intent) {
        var found = JSON.createArrayNode();
        for (var each : sessions.values())
            if (each.path("payment_intent").asText().equals(intent)) found.add(each);
        return list(found);
    }

    private ObjectNode post(String path, Map<String, String> fields) {
        if (path.equals("checkout/sessions")) return open(fields);
        String intent = fields.get("payment_intent");
        refund(intent, Long.parseLong(fields.get("amount")), "succeeded");
        return (ObjectNode) refunds.get(intent).get(refunds.get(intent).size() - 1);
    }

    private ObjectNode open(Map<String, String> fields) {
        String id = "cs_test_" + ids.incrementAndGet();
        var session = thing(id, "checkout.session").put("status", "open");
        session.put("payment_status", "unpaid").put("url", url() + "/pay/" + id);
        session.put("client_reference_id", fields.get("client_reference_id"));
        session.put(
                "amount_total",
                Long.parseLong(fields.get("line_items[0][price_data][unit_amount]")));
        session.put("currency", fields.get("line_items[0][price_data][currency]"));
        session.put("created", now()).put("livemode", false).putNull("payment_intent");
        var metadata = session.putObject("metadata");
        for (String name : new String[] {"player", "sku", "quantity"})
            metadata.put(name, fields.get("metadata[" + name + "]"));
        sessions.put(id, session);
        return session;
    }

    private static ObjectNode list(ArrayNode data) {
        var list = JSON.createObjectNode().put("object", "list").put("has_more", false);
        list.set("data", data);
        return list;
    }

    private static ObjectNode thing(String id, String object) {
        return JSON.createObjectNode().put("id", id).put("object", object);
    }

    private static ObjectNode error(String code) {
        var error = JSON.createObjectNode();
        error.putObject("error").put("type", "invalid_request_error").put("code", code);
        return error;
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static Map<String, String> fields(String text) {
        var fields = new LinkedHashMap<String, String>();
        if (text == null || text.isEmpty()) return fields;
        for (String pair : text.split("&")) {
            String[] sides = pair.split("=", 2);
            fields.put(URLDecoder.decode(sides[0], UTF_8), URLDecoder.decode(sides[1], UTF_8));
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, ObjectNode json)
            throws IOException {
        try (exchange) {
            byte[] body = json.toString().getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package games.drawbridge.local.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Answerer;
import games.drawbridge.local.http.ContentTypes;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Stripe, where nothing costs anything: its API at `v1`, its checkout page at `pay/SESSION`, and
/// for scripts `POST checkout` `{"orderId","outcome","email"?,"notices"?}` → `{session,
/// paymentIntent?, events}`. Outcomes are `paid`, `refunded`, `disputed`, `won`, `lost` and
/// `expired`; whatever needs a payment before it makes one.
final class Stripe implements Answerer {
    static final String BASE = "/_local/stripe";

    private final String origin;
    private final StripeBooks books;
    private final StripeTelling telling;

    Stripe(String origin, Postman postman, InstantSource clock) {
        this.origin = origin;
        books = new StripeBooks(clock);
        telling = new StripeTelling(books, postman, clock);
    }

    @Override
    public Response answer(Request request) throws IOException {
        String path = request.path().substring(BASE.length());
        try {
            if (path.startsWith("/v1/")) return api(request, path.substring("/v1/".length()));
            if (path.startsWith("/pay/")) return page(request, path.substring("/pay/".length()));
            if (path.equals("/checkout") && request.method().equals("POST"))
                return script(Json.read(request.body().getBytes()));
            return error(404, "resource_missing", "no such call");
        } catch (Json.BadJson | IllegalArgumentException bad) {
            return error(400, "parameter_invalid", String.valueOf(bad.getMessage()));
        }
    }

    private Response api(Request request, String path) {
        String key = "Bearer " + LocalSecrets.STRIPE_API_KEY;
        if (!key.equals(request.headers().first("authorization").orElse("")))
            return error(401, "invalid_api_key", "Invalid API Key provided");
        boolean asks = request.method().equals("GET");
        var fields = fields(asks ? request.query() : request.text());
        var found = asks ? get(path, fields) : post(request, path, fields);
        return found.map(thing -> Doubles.json(200, thing))
                .orElseGet(() -> error(404, "resource_missing", "No such " + path));
    }

    private Optional<ObjectNode> get(String path, Map<String, String> fields) {
        String intent = fields.getOrDefault("payment_intent", "");
        String[] parts = path.split("/", -1);
        String last = parts[parts.length - 1];
        return switch (path.substring(0, path.length() - last.length())) {
            case "checkout/sessions/", "payment_intents/", "refunds/", "disputes/" ->
                    books.find(last);
            case "checkout/" -> Optional.of(books.list("checkout.session", intent));
            case "" ->
                    switch (last) {
                        case "refunds" -> Optional.of(books.list("refund", intent));
                        case "disputes" -> Optional.of(books.list("dispute", intent));
                        default -> Optional.empty();
                    };
            default -> Optional.empty();
        };
    }

    private Optional<ObjectNode> post(Request request, String path, Map<String, String> fields) {
        String key = path + " " + request.headers().first("idempotency-key").orElse("");
        return switch (path) {
            case "checkout/sessions" ->
                    Optional.of(books.once(key, () -> books.open(fields, origin)));
            case "refunds" -> {
                String intent = fields.getOrDefault("payment_intent", "");
                long amount = Long.parseLong(fields.getOrDefault("amount", "0"));
                var refund = books.once(key, () -> books.refund(intent, amount));
                telling.refunded(refund.path("id").asText(), Telling.of(Json.object()));
                yield Optional.of(refund);
            }
            default -> Optional.empty();
        };
    }

    private Response script(JsonNode asked) {
        String order = asked.path("orderId").asText();
        String session =
                books.session(order)
                        .orElseThrow(() -> new IllegalArgumentException("no order " + order));
        books.payer(session, asked.path("email").asText());
        return Doubles.json(
                200,
                telling.happen(session, asked.path("outcome").asText("paid"), Telling.of(asked)));
    }

    /// Stripe's page: who looks at it may pay or go back.
    private Response page(Request request, String id) throws IOException {
        var session = books.find(id).orElse(null);
        if (session == null) return error(404, "resource_missing", "No such session");
        boolean isOpen = session.path("status").asText().equals("open");
        if (request.method().equals("POST") && isOpen) {
            books.payer(id, fields(request.text()).getOrDefault("email", ""));
            telling.happen(id, "paid", Telling.of(Json.object()));
        }
        if (request.method().equals("POST") || !isOpen)
            return Response.empty(303).with("location", session.path("success_url").asText());
        try (var in = Stripe.class.getResourceAsStream("/local/stripe.html")) {
            if (in == null) throw new IOException("stripe.html is not in the jar");
            String html =
                    new String(in.readAllBytes(), UTF_8)
                            .replace("{{amount}}", session.path("amount_total").asText())
                            .replace("{{currency}}", session.path("currency").asText())
                            .replace("{{cancel}}", escaped(session.path("cancel_url").asText()));
            return Response.of(200, ContentTypes.of("stripe.html"), Buffer.buffer(html))
                    .with("cache-control", "no-store");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    static Map<String, String> fields(String text) {
        var fields = new LinkedHashMap<String, String>();
        for (String pair : text.split("&", -1)) {
            String[] sides = pair.split("=", 2);
            if (sides.length == 2)
                fields.put(URLDecoder.decode(sides[0], UTF_8), URLDecoder.decode(sides[1], UTF_8));
        }
        return fields;
    }

    private static Response error(int status, String code, String message) {
        var answer = Json.object();
        answer.putObject("error")
                .put("type", "invalid_request_error")
                .put("code", code)
                .put("message", message);
        return Doubles.json(status, answer);
    }
}

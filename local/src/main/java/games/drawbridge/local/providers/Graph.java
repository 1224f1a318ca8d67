package games.drawbridge.local.providers;

import games.drawbridge.local.http.Answerer;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// The Graph API of Facebook's double, for payments: `GET ID`, `POST ID/refunds`, `POST
/// ID/dispute`, with the app's own token.
final class Graph implements Answerer {
    static final String BASE = "/_local/graph";
    private static final String TOKEN = LocalSecrets.FACEBOOK_APP + "|" + LocalSecrets.FACEBOOK;

    private final FacebookBooks books;
    private final FacebookPayments payments;

    Graph(FacebookBooks books, FacebookPayments payments) {
        this.books = books;
        this.payments = payments;
    }

    @Override
    public Response answer(Request request) {
        boolean asks = request.method().equals("GET");
        var fields = Stripe.fields(asks ? request.query() : request.text());
        if (!TOKEN.equals(fields.get("access_token")))
            return error(190, "Invalid OAuth access token.");
        String[] parts = request.path().substring(BASE.length() + 1).split("/", -1);
        // a version may stand before
        int first = parts[0].matches("v[0-9]+\\.[0-9]+") ? 1 : 0;
        String id = parts.length > first ? parts[first] : "";
        String edge = parts.length > first + 1 ? parts[first + 1] : "";
        try {
            return answer(request.method() + " " + edge, id, fields);
        } catch (IllegalArgumentException bad) {
            return error(100, String.valueOf(bad.getMessage()));
        }
    }

    private Response answer(String call, String id, Map<String, String> fields) {
        var payment = books.find(id);
        if (payment.isEmpty())
            return error(
                    100, "Unsupported get request. Object with ID '" + id + "' does not exist");
        return switch (call) {
            case "GET " -> Doubles.json(200, payment.get());
            case "POST refunds" -> {
                var amount = new BigDecimal(fields.getOrDefault("amount", "0"));
                var left = new BigDecimal(payment.get().at("/refundable_amount/amount").asText());
                if (amount.signum() <= 0 || amount.compareTo(left) > 0)
                    throw new IllegalArgumentException("amount is not refundable");
                books.happen(id, "refund", Optional.of(amount));
                payments.changed(id, "actions");
                yield done();
            }
            case "POST dispute" -> {
                books.resolve(id, fields.getOrDefault("reason", ""));
                payments.changed(id, "disputes");
                yield done();
            }
            default -> error(100, "no such call");
        };
    }

    private static Response done() {
        return Doubles.json(200, Json.object().put("success", true));
    }

    private static Response error(int code, String message) {
        var answer = Json.object();
        answer.putObject("error")
                .put("message", message)
                .put("type", code == 190 ? "OAuthException" : "GraphMethodException")
                .put("code", code);
        return Doubles.json(400, answer);
    }
}

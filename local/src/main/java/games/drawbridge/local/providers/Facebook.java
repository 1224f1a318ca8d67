package games.drawbridge.local.providers;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.http.Answerer;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;

/// Facebook, where everybody is who they say.
///
/// - `POST login` `{"user":"218471","locale"?,"country"?,"agreed"?:false}` → `{signedRequest}`, as
///   the canvas has it
/// - `POST instant` `{"player":"54…","nonce","asid"?}` → `{signedPlayerInfo,signedAsid?}`
/// - `POST deletion`, `POST deauthorize` `{"user","notices"?:{"repeat"}}` →
///   `{answers:[{status,body}]}`: calls the game's callback as Facebook does
/// - `POST payments` `{"user","sku","quantity"?,"requestId"?,"currency","amount":"4.99","instant"?,
///   "notices"?}` → `{paymentId, signedRequest, purchaseToken?}`, and `POST
///   payments/ID/{refund|chargeback|reversal|decline|dispute}` `{"amount"?,"notices"?}`
final class Facebook implements Answerer {
    private static final String BASE = "/_local/facebook/";
    private static final Pattern ID = Pattern.compile("[0-9]{1,17}");

    private final FacebookCallback callbacks;
    private final FacebookPayments payments;
    private final InstantSource clock;

    Facebook(String origin, FacebookPayments payments, InstantSource clock) {
        this.callbacks = new FacebookCallback(origin);
        this.payments = payments;
        this.clock = clock;
    }

    @Override
    public Response answer(Request request) throws IOException, InterruptedException {
        if (!request.method().equals("POST")) return error(405, "POST it");
        try {
            var asked = Json.read(request.body().getBytes());
            String call = request.path().substring(BASE.length());
            return switch (call) {
                case "login" -> login(asked);
                case "instant" -> instant(asked);
                case "deletion", "deauthorize" -> notice(call, asked);
                case "payments" -> Doubles.json(200, payments.pay(asked));
                default -> payment(call, asked);
            };
        } catch (Json.BadJson | IllegalArgumentException bad) {
            return error(400, String.valueOf(bad.getMessage()));
        }
    }

    private Response payment(String call, JsonNode asked) {
        String[] parts = call.split("/", -1);
        if (parts.length != 3 || !parts[0].equals("payments")) return error(404, "no such call");
        return Doubles.json(200, payments.happen(parts[1], parts[2], asked));
    }

    private Response login(JsonNode asked) {
        var payload = Json.object();
        payload.putObject("user")
                .put("country", asked.path("country").asText("de"))
                .put("locale", asked.path("locale").asText("en_US"))
                .putObject("age")
                .put("min", 21);
        if (asked.path("agreed").asBoolean(true))
            payload.put("user_id", id(asked, "user"))
                    .put("oauth_token", "LOCALTOKEN")
                    .put("expires", clock.instant().getEpochSecond() + 3_600);
        return Doubles.json(
                200, Json.object().put("signedRequest", MetaSignature.sign(payload, now())));
    }

    private Response instant(JsonNode asked) {
        var info =
                Json.object()
                        .put("player_id", id(asked, "player"))
                        .put("request_payload", asked.path("nonce").asText());
        var answer = Json.object().put("signedPlayerInfo", MetaSignature.sign(info, now()));
        if (asked.has("asid")) {
            var asid = Json.object().put("asid", id(asked, "asid"));
            answer.put("signedAsid", MetaSignature.sign(asid, now()));
        }
        return Doubles.json(200, answer);
    }

    private Response notice(String call, JsonNode asked) throws IOException, InterruptedException {
        int repeat = Math.clamp(asked.path("notices").path("repeat").asInt(1), 1, 10);
        var payload = Json.object().put("user_id", id(asked, "user"));
        String signed = MetaSignature.sign(payload, now());
        var answer = Json.object();
        var answers = answer.putArray("answers");
        for (int n = 0; n < repeat; n++)
            answers.add(callbacks.post("/v1/facebook/" + call, signed));
        return Doubles.json(200, answer);
    }

    private Instant now() {
        return clock.instant();
    }

    private static String id(JsonNode asked, String name) {
        String id = asked.path(name).asText();
        if (!ID.matcher(id).matches())
            throw new IllegalArgumentException(name + " must be a number of up to 17 digits");
        return id;
    }

    /// As the Graph API tells errors.
    private static Response error(int status, String message) {
        var answer = Json.object();
        answer.putObject("error").put("message", message).put("type", "Exception").put("code", 100);
        return Doubles.json(status, answer);
    }
}

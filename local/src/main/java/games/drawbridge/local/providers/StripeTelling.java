package games.drawbridge.local.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Json;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Lets things happen to a session, and tells the game of each as Stripe does.
final class StripeTelling {
    private static final String WEBHOOK = "/v1/payments/stripe/webhook";

    private final StripeBooks books;
    private final Postman postman;
    private final InstantSource clock;

    StripeTelling(StripeBooks books, Postman postman, InstantSource clock) {
        this.books = books;
        this.postman = postman;
        this.clock = clock;
    }

    /// @return what there is now, and the ids of the events
    ObjectNode happen(String session, String outcome, Telling telling) {
        var events = new ArrayList<ObjectNode>();
        var answer = Json.object().put("session", session);
        if (outcome.equals("expired")) {
            books.expire(session);
            events.add(books.event("checkout.session.expired", session));
        } else {
            boolean wasOpen =
                    !books.find(session).orElseThrow().path("status").asText().equals("complete");
            String intent = books.pay(session);
            answer.put("paymentIntent", intent);
            if (wasOpen) events.add(books.event("checkout.session.completed", session));
            events.addAll(after(intent, outcome));
        }
        var ids = answer.putArray("events");
        for (var event : events) {
            ids.add(event.path("id").asText());
            tell(event, telling);
        }
        return answer;
    }

    private List<ObjectNode> after(String intent, String outcome) {
        return switch (outcome) {
            case "paid" -> List.of();
            case "refunded" -> {
                String refund = books.refund(intent, 0);
                yield List.of(books.event("refund.created", refund));
            }
            case "disputed" -> {
                String dispute = books.dispute(intent);
                yield List.of(
                        books.event("charge.dispute.created", dispute),
                        books.event("charge.dispute.funds_withdrawn", dispute));
            }
            case "won", "lost" -> {
                books.decide(intent, outcome.equals("won"));
                var found = books.list("dispute", intent).path("data").path(0).path("id").asText();
                if (found.isEmpty()) throw new IllegalArgumentException("nothing is disputed");
                yield List.of(books.event("charge.dispute.closed", found));
            }
            default -> throw new IllegalArgumentException("no such outcome: " + outcome);
        };
    }

    void refunded(String refund, Telling telling) {
        tell(books.event("refund.created", refund), telling);
    }

    private void tell(ObjectNode event, Telling telling) {
        String body = Json.text(event);
        postman.bring(
                new Postman.Letter(
                        WEBHOOK, body, () -> Map.of("stripe-signature", signature(body))),
                telling);
    }

    private String signature(String body) {
        long time = clock.instant().getEpochSecond();
        byte[] signed = (time + "." + body).getBytes(UTF_8);
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(hmac(signed));
    }

    private static byte[] hmac(byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(LocalSecrets.STRIPE_WEBHOOK.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

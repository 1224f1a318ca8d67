package games.drawbridge.functions.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// SES as functions see it: takes what it is sent, or says no as it is told to.
public final class SesDouble {
    static final String PATH = "/v2/email/outbound-emails";

    private static final String ARN = "arn:aws:ses:eu-west-1:000000000000:";

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Queue<Trouble> troubles = new ArrayDeque<>();
    private final Names names;
    private final Lifetime lifetime;

    SesDouble(Names names, Lifetime lifetime) {
        this.names = names;
        this.lifetime = lifetime;
    }

    /// A letter that was taken.
    public record Sent(
            String id,
            String from,
            String to,
            String subject,
            String text,
            String html,
            Map<String, String> headers,
            Map<String, String> tags) {}

    private record Trouble(boolean taken, int status, String code) {}

    /// All that were taken, in that order.
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    public List<Sent> sentTo(String address) {
        return sent.stream().filter(each -> each.to().equals(address)).toList();
    }

    /// Says no so many times.
    public void refuse(int times, int status, String code) {
        trouble(times, new Trouble(false, status, code));
    }

    /// Takes so many letters and does not say so.
    public void loseAnswers(int times) {
        trouble(times, new Trouble(true, 500, "InternalFailure"));
    }

    private synchronized void trouble(int times, Trouble trouble) {
        for (int n = 0; n < times; n++) troubles.add(trouble);
    }

    private synchronized Trouble next() {
        return troubles.poll();
    }

    void handle(HttpExchange exchange, String function, JsonNode asked) throws IOException {
        if (!allowed(function, asked)) {
            refuse(exchange, 403, "AccessDeniedException");
            return;
        }
        if (!lifetime.allows(function + " SendEmail")) {
            refuse(exchange, 400, "Dead");
            return;
        }
        var trouble = next();
        if (trouble == null || trouble.taken()) keep(asked);
        if (trouble != null) refuse(exchange, trouble.status(), trouble.code());
        else answer(exchange, 200, "{\"MessageId\":\"" + sent.getLast().id() + "\"}");
    }

    private boolean allowed(String function, JsonNode asked) {
        String from = asked.path("FromEmailAddress").asText();
        String domain = from.replaceFirst(".*@", "").replace(">", "");
        String set = asked.path("ConfigurationSetName").asText();
        return names.allows(function, "ses:SendEmail", ARN + "identity/" + domain)
                && names.allows(function, "ses:SendEmail", ARN + "configuration-set/" + set);
    }

    private void keep(JsonNode asked) {
        var message = asked.path("Content").path("Simple");
        var body = message.path("Body");
        sent.add(
                new Sent(
                        UUID.randomUUID().toString(),
                        asked.path("FromEmailAddress").asText(),
                        asked.at("/Destination/ToAddresses/0").asText(),
                        message.at("/Subject/Data").asText(),
                        body.at("/Text/Data").asText(),
                        body.at("/Html/Data").asText(),
                        pairs(message.path("Headers")),
                        pairs(asked.path("EmailTags"))));
    }

    private static Map<String, String> pairs(JsonNode list) {
        var pairs = new HashMap<String, String>();
        list.forEach(each -> pairs.put(each.get("Name").asText(), each.get("Value").asText()));
        return pairs;
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", code);
        answer(exchange, status, "{\"message\":\"as the test wants it\"}");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(UTF_8);
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}

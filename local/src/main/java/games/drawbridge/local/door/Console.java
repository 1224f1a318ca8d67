package games.drawbridge.local.door;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.http.Answerer;
import games.drawbridge.local.http.ContentTypes;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import games.drawbridge.local.process.Signal;
import games.drawbridge.local.refusal.Refusal;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The world's own page and calls, at `/_local`.
public final class Console implements Answerer {
    private static final String BASE = "/_local";
    private static final Pattern ROLE = Pattern.compile("[a-z-]{1,32}");
    private static final String POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'";

    private final Insight world;
    private final Tokens tokens;

    public Console(Insight world, Tokens tokens) {
        this.world = world;
        this.tokens = tokens;
    }

    @Override
    public Response answer(Request request) throws Exception {
        try {
            String path = request.path().substring(BASE.length()).replaceFirst("/$", "");
            return switch (request.method()) {
                case "GET", "HEAD" -> get(request, path);
                case "POST" -> post(request, path);
                default -> Problem.of(405, "bad-method", "GET or POST");
            };
        } catch (Json.BadJson | IllegalArgumentException bad) {
            return Problem.of(400, "bad-input", String.valueOf(bad.getMessage()));
        } catch (Refusal refusal) {
            return Problem.of(409, "refused", refusal.sentence());
        }
    }

    private Response get(Request request, String path) throws IOException {
        return switch (path) {
            case "" -> wantsPage(request) ? page("console.html") : state();
            case "/console.css", "/console.js", "/figures.js", "/traces.js" ->
                    page(path.substring(1));
            case "/mail" -> Response.json(200, mails(request.parameter("to")));
            case "/queues" -> Response.json(200, world.queues());
            case "/metrics" -> Response.json(200, world.metrics());
            case "/traces" -> Response.json(200, world.traces().json());
            case "/tables" -> Response.json(200, world.tables());
            default -> missing();
        };
    }

    private static boolean wantsPage(Request request) {
        String accepts = request.headers().first("accept").orElse("");
        return accepts.contains("text/html") && !accepts.startsWith("application/json");
    }

    private Response state() {
        return Response.json(200, world.state()).with("cache-control", "no-store");
    }

    private static Response page(String name) throws IOException {
        try (var in = Console.class.getResourceAsStream("/local/" + name)) {
            if (in == null) return missing();
            return Response.of(200, ContentTypes.of(name), Buffer.buffer(in.readAllBytes()))
                    .with("cache-control", "no-cache")
                    .with("x-content-type-options", "nosniff")
                    .with("content-security-policy", POLICY);
        }
    }

    private List<JsonNode> mails(Optional<String> to) throws IOException {
        return world.mails().stream()
                .filter(mail -> to.isEmpty() || mail.isTo(to.get()))
                .map(Json::tree)
                .toList();
    }

    private Response post(Request request, String path) throws IOException {
        var body =
                request.body().length() == 0 ? Json.object() : Json.read(request.body().getBytes());
        if (path.equals("/otlp/v1/traces")) {
            world.traces().take(body);
            return Response.json(200, Json.object());
        }
        if (path.equals("/tokens")) return Response.json(200, token(body));
        if (path.equals("/nodes")) return Response.json(201, world.addNode());
        if (path.equals("/redis")) return Response.json(200, world.signalRedis(signal(body)));
        if (!path.startsWith("/nodes/")) return missing();
        return world.signalNode(path.substring("/nodes/".length()), signal(body))
                .map(node -> Response.json(200, node))
                .orElseGet(Console::missing);
    }

    private static Signal signal(JsonNode body) {
        String given = body.path("signal").asText();
        for (Signal each : Signal.values()) if (each.name().equals(given)) return each;
        throw new IllegalArgumentException("signal must be one of KILL, STOP, CONT, TERM");
    }

    private JsonNode token(JsonNode body) {
        var roles = new ArrayList<String>();
        for (JsonNode each : body.path("roles")) {
            if (!ROLE.matcher(each.asText()).matches())
                throw new IllegalArgumentException("roles must be words like admin");
            roles.add(each.asText());
        }
        if (roles.isEmpty()) throw new IllegalArgumentException("roles must name one at least");
        return Json.object().put("accessToken", tokens.sign("local-support", roles));
    }

    private static Response missing() {
        return Problem.of(404, "not-found", "there is no such call");
    }
}

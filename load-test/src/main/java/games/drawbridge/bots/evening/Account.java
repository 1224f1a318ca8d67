package games.drawbridge.bots.evening;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.evening.Web.Call;
import games.drawbridge.bots.evening.Web.Reply;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// A bot that is logged in, and asks for a new token before the old one is over.
final class Account {
    /// An access token lives for fifteen minutes.
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Web web;
    private final InstantSource clock;
    private final Notes notes;
    private String access;
    private String refresh;
    private Instant at;
    private long keys;

    private Account(Web web, InstantSource clock, JsonNode session) {
        this.web = web;
        this.clock = clock;
        notes = new Notes(session.get("playerId").asText());
        access = session.get("accessToken").asText();
        refresh = session.get("refreshToken").asText();
        at = clock.instant();
    }

    /// Logs a guest in, who was never here before.
    static Future<Account> guest(Web web, InstantSource clock, String device) {
        var secret = "a bot's secret, for nobody to guess: " + device;
        var body = "{\"deviceId\":\"%s\",\"secret\":\"%s\"}".formatted(device, secret);
        return web.send(new Call("login", HttpMethod.POST, "/v1/login/guest", null, body, null))
                .map(reply -> {
                    if (reply.ok()) return new Account(web, clock, reply.body());
                    throw new IllegalStateException(reply.status() + " " + reply.body());
                });
    }

    Notes notes() {
        return notes;
    }

    String player() {
        return notes.player();
    }

    Future<Reply> get(String what, String path) {
        return call(what, HttpMethod.GET, path, null, null);
    }

    Future<Reply> delete(String what, String path) {
        return call(what, HttpMethod.DELETE, path, null, null);
    }

    Future<Reply> post(String what, String path, String body) {
        return call(what, HttpMethod.POST, path, body, null);
    }

    /// What happens once, however often it is asked.
    Future<Reply> postOnce(String what, String path, String body) {
        return call(what, HttpMethod.POST, path, body, "evening-" + ++keys);
    }

    private Future<Reply> call(
            String what,
            HttpMethod method,
            String path,
            @Nullable String body,
            @Nullable String key) {
        return token().compose(token -> web.send(new Call(what, method, path, token, body, key)));
    }

    private Future<String> token() {
        if (clock.instant().isBefore(at.plus(FRESH))) return Future.succeededFuture(access);
        at = clock.instant();
        var body = "{\"refreshToken\":\"%s\"}".formatted(refresh);
        return web.send(new Call("login", HttpMethod.POST, "/v1/login/refresh", null, body, null))
                .map(reply -> {
                    if (!reply.ok()) throw new IllegalStateException("no refresh: " + reply);
                    access = reply.body().get("accessToken").asText();
                    refresh = reply.body().get("refreshToken").asText();
                    return access;
                });
    }
}

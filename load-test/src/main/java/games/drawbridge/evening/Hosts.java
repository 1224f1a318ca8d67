package games.drawbridge.evening;

import games.drawbridge.bots.Account;
import games.drawbridge.bots.Api;
import games.drawbridge.bots.evening.Crowd;
import games.drawbridge.local.World;
import games.drawbridge.local.door.Tokens;
import games.drawbridge.local.nodes.Node;
import games.drawbridge.local.process.Signal;
import games.drawbridge.local.process.Supervised;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A world as those see it who look after it: what they may read, and its nodes.
final class Hosts implements AutoCloseable {
    /// A token is signed anew after that time: it lives for fifteen minutes.
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final World world;
    private final InstantSource clock;
    private final Tokens tokens;
    private final HttpClient http;
    private final Api api;
    private String support = "";
    private Instant until = Instant.MIN;

    Hosts(World world, InstantSource clock) {
        this.world = world;
        this.clock = clock;
        tokens = new Tokens(this::keys, world.endpoints().game(), clock);
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        api = new Api(http, origin());
    }

    private Optional<String> keys() {
        return world.template().variable("SESSION_KEYS").flatMap(world.secrets()::current);
    }

    private URI origin() {
        return URI.create(world.endpoints().game());
    }

    Api api() {
        return api;
    }

    /// Of a player who need not log in for this.
    Account account(String player) {
        return new Account(player, tokens.sign(player, List.of()));
    }

    synchronized String support() {
        var now = clock.instant();
        if (now.isAfter(until)) {
            support = tokens.sign("evening-host", List.of("support"));
            until = now.plus(FRESH);
        }
        return support;
    }

    /// Sockets go straight to the nodes: in the cloud a load balancer stands between.
    Crowd.Way way() {
        return new Crowd.Way(origin(), this::straight, this::support);
    }

    URI straight(URI url) {
        var node = node(url);
        return URI.create("ws://localhost:" + node.port() + url.getPath());
    }

    private Node node(URI url) {
        return world.nodes().find(url.getPath().substring("/rt/".length())).orElseThrow();
    }

    /// Kills the node that owns a well-known room.
    ///
    /// @return its name
    String killOwner(String room) throws IOException {
        var seat = api.post("/v1/rooms/" + room + "/join", support(), "{}").ok();
        var node = node(URI.create(seat.get("url").asText()));
        node.process().send(Signal.KILL);
        return node.name();
    }

    boolean isWell() {
        return world.nodes().all().stream()
                .allMatch(it -> it.process().state() == Supervised.State.OK);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

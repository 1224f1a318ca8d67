package games.drawbridge.bots.evening;

import games.drawbridge.bots.evening.Web.Call;
import games.drawbridge.bots.evening.Web.Reply;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// What all bots of an evening have in common. On their event loop.
final class Town implements AutoCloseable {
    /// Bytes of one message: a node sends 32 KB at most.
    private static final int MESSAGE = 256 * 1024;

    private final Vertx vertx;
    private final Web web;
    private final WebSocketClient sockets;
    private final UnaryOperator<URI> roads;
    private final Supplier<String> support;
    private final InstantSource clock;
    private final Pace pace;
    private final Counts counts;
    private final Clans clans;
    private final List<String> players = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, String> words = new HashMap<>();
    private boolean calm;

    /// The clans that bots found and want to be in.
    ///
    /// @param ids of those that are there
    /// @param wanted how many there are to be
    /// @param run told apart from other evenings in the same world
    record Clans(List<String> ids, int wanted, String run) {}

    /// @param roads the url of a seat, as it is reached from here
    /// @param support a token with that role, good for now
    Town(
            Vertx vertx,
            URI origin,
            UnaryOperator<URI> roads,
            Supplier<String> support,
            InstantSource clock,
            Pace pace,
            Clans clans) {
        this.vertx = vertx;
        this.roads = roads;
        this.support = support;
        this.clock = clock;
        this.pace = pace;
        this.clans = clans;
        counts = new Counts();
        web = new Web(vertx, origin, counts);
        sockets =
                vertx.createWebSocketClient(
                        new WebSocketClientOptions()
                                .setMaxConnections(Integer.MAX_VALUE)
                                .setMaxFrameSize(MESSAGE)
                                .setMaxMessageSize(MESSAGE));
    }

    Vertx vertx() {
        return vertx;
    }

    Web web() {
        return web;
    }

    WebSocketClient sockets() {
        return sockets;
    }

    UnaryOperator<URI> roads() {
        return roads;
    }

    InstantSource clock() {
        return clock;
    }

    Pace pace() {
        return pace;
    }

    Counts counts() {
        return counts;
    }

    Clans clans() {
        return clans;
    }

    // ---- who is here ----

    void came(String player) {
        players.add(player);
        known.add(player);
    }

    List<String> players() {
        return players;
    }

    boolean knows(String player) {
        return known.contains(player);
    }

    /// The same text for all who are told it: thousands look at the same tiles.
    String word(String text) {
        return words.computeIfAbsent(text, it -> it);
    }

    /// Support gives a newcomer something to spend.
    Future<Reply> purse(String player, int gold) {
        var body =
                "{\"kind\":\"currency\",\"id\":\"gold\",\"amount\":%d,\"reason\":\"an evening\"}"
                        .formatted(gold);
        var path = "/v1/admin/players/" + player + "/grants";
        return web.send(
                new Call("purse", HttpMethod.POST, path, support.get(), body, "evening-" + player));
    }

    // ---- how the evening goes ----

    /// Nobody begins anything any more.
    void calm() {
        calm = true;
    }

    boolean isCalm() {
        return calm;
    }

    @Override
    public void close() {
        web.close();
        sockets.close();
    }
}

package games.drawbridge.faults;

import games.drawbridge.books.Ledger;
import games.drawbridge.bots.Account;
import games.drawbridge.bots.Api;
import games.drawbridge.faults.load.Gate;
import games.drawbridge.faults.load.Waiting;
import games.drawbridge.faults.net.Road;
import games.drawbridge.faults.net.Toll;
import games.drawbridge.faults.net.Weather;
import games.drawbridge.local.Checkout;
import games.drawbridge.local.Progress;
import games.drawbridge.local.World;
import games.drawbridge.local.WorldOptions;
import games.drawbridge.local.door.Tokens;
import games.drawbridge.local.nodes.Node;
import games.drawbridge.local.process.Signal;
import games.drawbridge.local.process.Supervised;
import games.drawbridge.model.room.RoomId;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A local world of its own with a toll before DynamoDB and S3 and a road before the front door.
final class Stage implements AutoCloseable {
    private static final String DYNAMODB = "AWS_ENDPOINT_URL_DYNAMODB";
    private static final String S3 = "AWS_ENDPOINT_URL_S3";

    /// For one call; the client's SDK waits as long.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// A token is signed anew after that time: it lives for fifteen minutes.
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Vertx vertx = Vertx.vertx();
    private final InstantSource clock = InstantSource.system();
    private final SplittableRandom dice;
    private final Map<String, Toll> tolls = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> more = new ConcurrentHashMap<>();
    private final Map<String, Signed> accounts = new ConcurrentHashMap<>();
    private final HttpClient http;
    private final World world;
    private final Road road;
    private final Tokens tokens;

    private record Signed(Account account, Instant at) {}

    /// @param folder of the world's data
    /// @throws Exception when the world does not start
    Stage(Path checkout, Path folder, int nodes, long seed) throws Exception {
        this(Checkout.at(checkout), folder, nodes, seed);
    }

    /// @param folder of the world's data
    /// @throws Exception when the world does not start
    Stage(Checkout checkout, Path folder, int nodes, long seed) throws Exception {
        dice = new SplittableRandom(seed);
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var options =
                new WorldOptions(checkout, folder, 0, 0, false, Optional.empty())
                        .withDirections(this::directions);
        world = World.start(options, Progress.SILENT);
        world.nodes().train();
        world.nodes().start(nodes);
        road = new Road(vertx, URI.create(world.endpoints().game()).getPort(), dice.split());
        tokens = new Tokens(this::keys, world.endpoints().game(), clock);
    }

    private Optional<String> keys() {
        return world.template().variable("SESSION_KEYS").flatMap(world.secrets()::current);
    }

    private Map<String, String> directions(String program, Map<String, String> environment) {
        var told = new HashMap<>(environment);
        for (String each : List.of(DYNAMODB, S3))
            told.computeIfPresent(
                    each,
                    (_, service) ->
                            tolls.computeIfAbsent(each, _ -> new Toll(vertx, service, dice.split()))
                                    .endpoint());
        told.putAll(more.getOrDefault(program, Map.of()));
        return told;
    }

    /// What a node is told beside the usual in its next lives; an empty map for nothing.
    void tell(String node, Map<String, String> variables) {
        more.put(node, variables);
    }

    /// Dice for something new on the stage.
    SplittableRandom split() {
        return dice.split();
    }

    World world() {
        return world;
    }

    Vertx vertx() {
        return vertx;
    }

    Toll dynamoDb() {
        return Objects.requireNonNull(tolls.get(DYNAMODB));
    }

    Toll s3() {
        return Objects.requireNonNull(tolls.get(S3));
    }

    Road road() {
        return road;
    }

    /// Everything is as it should be again; returns when all nodes take rooms.
    void heal() {
        tolls.values().forEach(Toll::calm);
        road.weather(Weather.CLEAR);
        wake(world.redis());
        world.nodes().all().forEach(it -> wake(it.process()));
        awaitNodes();
    }

    private static void wake(Supervised process) {
        try {
            if (process.state() == Supervised.State.PAUSED) process.send(Signal.CONT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitNodes() {
        Waiting.until(
                "all nodes are up",
                120,
                () ->
                        world.nodes().all().stream()
                                .allMatch(it -> it.process().state() == Supervised.State.OK));
    }

    Node node(String name) {
        return world.nodes().find(name).orElseThrow();
    }

    // ---- ways in ----

    /// Through the road before the front door.
    Gate gate() {
        return new Gate(api(road.port()), this::account, url -> at(url, road.port()));
    }

    /// Sockets by another road, calls straight to the front door.
    Gate gate(UnaryOperator<URI> roads) {
        return new Gate(api(URI.create(world.endpoints().game()).getPort()), this::account, roads);
    }

    /// Sockets straight to the nodes: many of them would weigh on what stands between.
    Gate straight() {
        return gate(url -> at(url, node(url.getPath().substring("/rt/".length())).port()));
    }

    private Api api(int port) {
        return new Api(http, URI.create("http://localhost:" + port), PATIENCE);
    }

    static URI at(URI url, int port) {
        return URI.create("ws://localhost:" + port + url.getPath());
    }

    /// Nobody logs in for a fault: the world's own keys sign for everybody.
    Account account(String player) {
        var now = clock.instant();
        return accounts.compute(
                        player,
                        (_, known) ->
                                known != null && now.isBefore(known.at().plus(FRESH))
                                        ? known
                                        : new Signed(
                                                new Account(player, tokens.sign(player, List.of())),
                                                now))
                .account();
    }

    /// What functions find under that variable: a table's or bucket's name.
    String variable(String variable) {
        return world.template().variable(variable).orElseThrow();
    }

    /// The ledger as it is now.
    Ledger ledger() {
        return Ledger.of(world.aws().dynamoDb(), variable("WALLETS_TABLE"));
    }

    /// The node that owns the room, as its row says.
    String owner(RoomId room) {
        return Objects.requireNonNull(head(room).get("node")).s();
    }

    /// The room's row; empty when there is none.
    Map<String, AttributeValue> head(RoomId room) {
        var table = variable("ROOMS_TABLE");
        var key =
                Map.of(
                        "pk", AttributeValue.fromS("ROOM#" + room),
                        "sk", AttributeValue.fromS("HEAD"));
        return world.aws().dynamoDb().getItem(get -> get.tableName(table).key(key)).item();
    }

    @Override
    public void close() {
        road.close();
        world.close();
        tolls.values().forEach(Toll::close);
        vertx.close().toCompletionStage().toCompletableFuture().join();
        http.shutdownNow();
    }
}

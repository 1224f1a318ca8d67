package games.drawbridge.bench.server;

import games.drawbridge.bench.wire.DrawbridgeVisit;
import games.drawbridge.bench.wire.RegionVisit;
import games.drawbridge.bench.wire.Visit;
import games.drawbridge.bots.Api;
import games.drawbridge.faults.load.Tables;
import games.drawbridge.faults.load.Waiting;
import games.drawbridge.local.Checkout;
import games.drawbridge.local.Progress;
import games.drawbridge.local.World;
import games.drawbridge.local.WorldOptions;
import games.drawbridge.local.door.Tokens;
import games.drawbridge.local.http.Probe;
import games.drawbridge.local.process.Child;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Standing;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.placement.RoomsTable;
import games.drawbridge.realtime.socket.TicketGuide;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.sync.RequestBody;

/// Our node: the jar that is deployed, in a local world of its own with a real Redis and DynamoDB
/// Local. Rooms are made by the call that players make them by; the tickets of those who come later
/// are signed here as nodes sign them, for the functions are not what is measured.
public final class Ours implements Contestant, AutoCloseable {
    /// Events of a room between two snapshots. In production 200; here so many that none is made:
    /// S3Proxy and DynamoDB Local would share the generator's core, and be what is measured.
    private static final String SNAPSHOTS = "1000000";

    private static final String NODE = "n1";

    /// Seconds, for its first heartbeat.
    private static final int READY = 30;

    private final AckLevel level;
    private final Programs programs;
    private final Tables tables;
    private final World world;
    private final Api api;
    private final Tokens tokens;
    private final RoomsTable rooms;
    private final TicketGuide guide;

    /// So many crowds have been there.
    private int crowds;

    /// Starts the world without a node.
    ///
    /// @param level of all rooms
    /// @param folder of its data
    /// @throws Exception when it does not start
    public Ours(AckLevel level, Path checkout, Path folder, Programs programs) throws Exception {
        this.level = level;
        this.programs = programs;
        var code = Checkout.at(checkout);
        tables = Tables.start(code, folder, new SplittableRandom());
        var own = Optional.of(tables.endpoint());
        var options = new WorldOptions(code, folder, 0, 0, false, own).withDirections(Ours::told);
        world = World.start(options, Progress.SILENT);
        world.stopTriggers(); // what functions do by the clock is not what is measured
        var clock = InstantSource.system();
        var origin = URI.create(world.endpoints().game());
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        api = new Api(http, origin);
        tokens = new Tokens(() -> secret("SESSION_KEYS"), world.endpoints().game(), clock);
        rooms =
                new RoomsTable(
                        world.aws().dynamoDb(),
                        world.template().variable("ROOMS_TABLE").orElseThrow());
        guide = new TicketGuide(secret("TICKET_KEY").orElseThrow(), origin, clock);
    }

    private static Map<String, String> told(String program, Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("SNAPSHOT_EVERY", SNAPSHOTS);
        return all;
    }

    private Optional<String> secret(String variable) {
        return world.template().variable(variable).flatMap(world.secrets()::current);
    }

    @Override
    public String name() {
        return "ours-" + level();
    }

    @Override
    public String what() {
        return "a Drawbridge node, rooms with ack level " + level();
    }

    private String level() {
        return level.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Running start() throws IOException {
        int port = programs.port();
        var command = world.nodes().program().alone(NODE, port, Others.HEAP, Cores.ofServer());
        var child = programs.start(name(), command, port);
        Waiting.until(
                "the node takes rooms",
                READY,
                () -> Probe.status("http://127.0.0.1:" + port + "/health") == 200);
        return new Life(port, child);
    }

    @Override
    public void close() {
        world.close();
        tables.close();
    }

    /// One life of the node; each crowd of players has rooms and names of its own.
    private final class Life implements Running {
        private final int port;
        private final Child child;
        private int crowd = ++crowds;
        private final Map<Integer, Placement> made = new ConcurrentHashMap<>();

        Life(int port, Child child) {
            this.port = port;
            this.child = child;
        }

        @Override
        public int port() {
            return port;
        }

        @Override
        public Proc process() {
            return new Proc(child.pid());
        }

        @Override
        public long storeMicros() {
            return new Proc(world.redis().pid()).cpuMicros();
        }

        @Override
        public Visit visit(int room, int seat, int seats) {
            var placement = made.computeIfAbsent(room, it -> make(it, seats));
            return visit(placement, player(room, seat), true);
        }

        private DrawbridgeVisit visit(Placement room, PlayerId player, boolean sits) {
            return new DrawbridgeVisit(
                    "/rt/" + NODE, room.room().value(), () -> ticket(room, player), sits);
        }

        private String ticket(Placement room, PlayerId player) {
            return guide.moved(player, Standing.PLAYER, room, 0).ticket();
        }

        private PlayerId player(int room, int seat) {
            return new PlayerId("b" + crowd + "-" + room + "-" + seat);
        }

        private Placement make(int room, int seats) {
            var body =
                    "{\"kind\":\"relay\",\"settings\":{\"seats\":%d,\"ack\":\"%s\"}}"
                            .formatted(Math.max(2, seats), level());
            var token = tokens.sign(player(room, 0).value(), List.of());
            var seat = api.post("/v1/rooms", token, body).ok();
            return rooms.placement(new RoomId(seat.get("room").asText())).orElseThrow();
        }

        @Override
        public Visit watcher(int n) {
            var region = made.computeIfAbsent(-2, _ -> region());
            var player = player(-2, n);
            return new RegionVisit(
                    "/rt/" + NODE, region.room().value(), () -> ticket(region, player), n);
        }

        /// A region with a map of its own, which the first who asks for it opens.
        private Placement region() {
            String name = "bench-" + crowd;
            String bucket = world.template().variable("CONTENT_BUCKET").orElseThrow();
            world.aws()
                    .s3()
                    .putObject(
                            put -> put.bucket(bucket).key("region/" + name + ".json"),
                            RequestBody.fromString(RegionVisit.map()));
            var token = tokens.sign(player(-2, 0).value(), List.of());
            api.post("/v1/rooms/region:" + name + "/join", token, "{}").ok();
            return rooms.placement(new RoomId("region:" + name)).orElseThrow();
        }

        @Override
        public Visit guest(int n) {
            return visit(made.computeIfAbsent(-1, it -> make(0, 2)), player(-1, n), false);
        }

        @Override
        public void renew() {
            made.clear();
            crowd = ++crowds;
        }

        @Override
        public void close() {
            Programs.stop(child);
        }
    }
}

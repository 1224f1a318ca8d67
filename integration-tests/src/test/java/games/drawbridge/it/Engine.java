package games.drawbridge.it;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.title.Title;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.archive.Archive;
import games.drawbridge.realtime.archive.S3Bucket;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.log.LogTable;
import games.drawbridge.realtime.log.Logs;
import games.drawbridge.realtime.log.RedisLink;
import games.drawbridge.realtime.log.RedisStreams;
import games.drawbridge.realtime.log.RoomLog;
import games.drawbridge.realtime.log.Slots;
import games.drawbridge.realtime.log.Slots.Slot;
import games.drawbridge.realtime.placement.ArchiveTable;
import games.drawbridge.realtime.placement.NotesTable;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.placement.Records;
import games.drawbridge.realtime.placement.RoomsTable;
import games.drawbridge.realtime.placement.TableRecords;
import games.drawbridge.realtime.room.Link;
import games.drawbridge.realtime.room.Opener;
import games.drawbridge.realtime.room.Position;
import games.drawbridge.realtime.room.Room;
import games.drawbridge.realtime.room.Rooms;
import games.drawbridge.realtime.room.Rooms.Found;
import games.drawbridge.realtime.storage.Blocking;
import games.drawbridge.realtime.storage.Timers;
import games.drawbridge.realtime.wire.Encoded;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The engine of a node on the real stores, without its sockets and its process: several owners of
/// one room, one after the other.
final class Engine {
    private static final NodeId NODE = new NodeId("n9");
    private static final Executor IO = Blocking.threads();
    private static final Timers TIMERS = Timers.real();
    private static final RedisStreams STREAMS =
            new RedisStreams(
                    new RedisLink(
                            Redis.createClient(
                                    Vertx.vertx(), TheWorld.world().endpoints().redis())));

    private final int snapshotEvery;
    private final String table = TheWorld.world().template().variable("ROOMS_TABLE").orElseThrow();
    private final S3Bucket bucket = new S3Bucket(TheWorld.world().aws().s3(), "archive-bucket", IO);
    private final Archive archive = new Archive(bucket, TIMERS);
    private final RoomsTable rooms = new RoomsTable(TheWorld.world().aws().dynamoDb(), table);
    private final Records records =
            new TableRecords(
                    rooms,
                    new ArchiveTable(TheWorld.world().aws().dynamoDb(), table),
                    new NotesTable(TheWorld.world().aws().dynamoDb(), table, Clock.systemUTC()),
                    TIMERS,
                    IO);
    private final Slots slots = new LogTable(TheWorld.world().aws().dynamoDb(), table, IO);
    private final Logs logs = new Logs(STREAMS, slots, TIMERS, NODE);

    /// @param snapshotEvery so many events of a room
    Engine(int snapshotEvery) {
        this.snapshotEvery = snapshotEvery;
    }

    static <T> T done(CompletableFuture<T> future) {
        return future.join();
    }

    Records records() {
        return records;
    }

    Archive archive() {
        return archive;
    }

    S3Bucket bucket() {
        return bucket;
    }

    RoomLog log(AckLevel level, RoomId room, long epoch) {
        return logs.of(level, room, epoch);
    }

    /// What of a room's log is not cut off.
    List<Batch> logged(AckLevel level, RoomId room) {
        return (level == AckLevel.DURABLE
                        ? slots.from(room, 0)
                                .thenApply(all -> all.stream().map(Slot::batch).toList())
                        : STREAMS.forward(room, null, Integer.MAX_VALUE))
                .join();
    }

    Placement placement(RoomId room) {
        return rooms.placement(room).orElseThrow();
    }

    /// The row that the call which makes rooms would have written.
    void make(RoomId room, String kind, String settings) {
        var row =
                Map.of(
                        "pk", AttributeValue.fromS("ROOM#" + room),
                        "sk", AttributeValue.fromS("HEAD"),
                        "kind", AttributeValue.fromS(kind),
                        "settings", AttributeValue.fromS(settings),
                        "maker", AttributeValue.fromS("ann"),
                        "seed", AttributeValue.fromN("7"),
                        "node", AttributeValue.fromS(NODE.value()),
                        "generation", AttributeValue.fromS("life-1"),
                        "epoch", AttributeValue.fromN("1"));
        TheWorld.world().aws().dynamoDb().putItem(put -> put.tableName(table).item(row));
    }

    /// The owner in that life.
    Owner owner(RoomId room, int life) {
        var opener =
                new Opener(
                        Title.TITLE,
                        records,
                        logs,
                        archive,
                        snapshotEvery,
                        Executors::newSingleThreadExecutor,
                        Clock.systemUTC());
        var owned = new Rooms(NODE, "life-" + life, records, opener, Clock.systemUTC());
        var found = (Found.Here) done(owned.find(room, life));
        return new Owner(found.room());
    }

    /// The next owner, in the next life of the node.
    Owner takeOver(RoomId room, int life) {
        var now = placement(room);
        var heir =
                new Candidate(NODE, "life-" + life, 0, Candidate.State.OK, Title.TITLE.versions());
        done(records.handOver(now, now.next(heir)));
        return owner(room, life);
    }

    record Owner(Room room) {
        Guest enter(String player, @Nullable Position position) {
            var guest = new Guest(room, new PlayerId(player));
            room.join(guest, position);
            Await.until(() -> guest.joined != null);
            return guest;
        }
    }

    /// A player's way into the room.
    static final class Guest implements Link {
        private final Room room;
        private final PlayerId player;
        private final Map<Long, String> asked = new ConcurrentHashMap<>();
        private volatile NodeFrame.@Nullable Joined joined;
        private volatile long seq;

        private Guest(Room room, PlayerId player) {
            this.room = room;
            this.player = player;
        }

        void move(long id, String body) {
            asked.put(id, body);
            room.move(this, id, new Json(body));
        }

        NodeFrame.Joined joined() {
            return java.util.Objects.requireNonNull(joined);
        }

        /// The newest event told.
        long seq() {
            return seq;
        }

        @Override
        public PlayerId player() {
            return player;
        }

        /// What is denied for now is asked again.
        @Override
        public void tell(Encoded frame) {
            if (frame.frame() instanceof NodeFrame.Deny deny && deny.retryIn() != null)
                TIMERS.after(
                        Duration.ofMillis(deny.retryIn()),
                        () -> move(deny.id(), asked.get(deny.id())));
        }

        @Override
        public void tell(RoomId of, long newest, Encoded frame) {
            if (frame.frame() instanceof NodeFrame.Joined entered) joined = entered;
            else seq = newest;
        }

        @Override
        public void lost(RoomId of) {}

        @Override
        public void moved(NodeFrame.Moved frame) {}

        @Override
        public void close(CloseCode code) {}
    }
}

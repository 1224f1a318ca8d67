package games.drawbridge.realtime.log;

import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.storage.Retry;
import java.time.Duration;
import java.util.concurrent.Executor;

/// Gives each room the log that its ack level asks for.
public final class Logs {
    private static final Retry RETRY =
            new Retry(Duration.ofSeconds(2), Duration.ofMillis(200), Fenced.class);

    private final RedisLink redis;
    private final LogTable table;
    private final Executor io;
    private final NodeId node;

    /// @param io where blocking calls run
    public Logs(RedisLink redis, LogTable table, Executor io, NodeId node) {
        this.redis = redis;
        this.table = table;
        this.io = io;
        this.node = node;
    }

    public RoomLog of(AckLevel level, RoomId room, long epoch) {
        return switch (level) {
            case MEMORY -> new MemoryLog(live(room, epoch));
            case LIVE -> live(room, epoch);
            case DURABLE -> new DynamoLog(table, RETRY, io, room, node, epoch);
        };
    }

    private RedisLog live(RoomId room, long epoch) {
        return new RedisLog(redis, RETRY, room, node, epoch);
    }
}

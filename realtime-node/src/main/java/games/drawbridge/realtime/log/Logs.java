package games.drawbridge.realtime.log;

import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.storage.Retry;
import games.drawbridge.realtime.storage.Timers;
import java.time.Duration;

/// Gives each room the log that its ack level asks for.
public final class Logs {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /// How long what is acknowledged from memory waits for others: it is lost with the node in any
    /// case, and a write of its own for each event is a quarter of what the event costs.
    private static final Duration LINGER = Duration.ofMillis(20);

    private final Streams streams;
    private final Slots slots;
    private final Retry retry;
    private final Pulse pulse;
    private final NodeId node;
    private final Appended appended;

    public Logs(Streams streams, Slots slots, Timers timers, NodeId node) {
        this(streams, slots, timers, node, Appended.TO_NOBODY);
    }

    public Logs(Streams streams, Slots slots, Timers timers, NodeId node, Appended appended) {
        this.streams = streams;
        this.slots = slots;
        this.retry = new Retry(timers, TIMEOUT, PAUSE, Fenced.class);
        this.pulse = new Pulse(timers, LINGER);
        this.node = node;
        this.appended = appended;
    }

    public RoomLog of(AckLevel level, RoomId room, long epoch) {
        return new MeasuredLog(home(level, room, epoch), level, appended, System::nanoTime);
    }

    private RoomLog home(AckLevel level, RoomId room, long epoch) {
        return switch (level) {
            case MEMORY -> new MemoryLog(live(room, epoch), pulse);
            case LIVE -> live(room, epoch);
            case DURABLE -> new DynamoLog(slots, retry, room, node, epoch);
        };
    }

    private RedisLog live(RoomId room, long epoch) {
        return new RedisLog(streams, retry, room, node, epoch);
    }
}

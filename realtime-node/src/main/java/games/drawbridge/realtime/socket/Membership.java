package games.drawbridge.realtime.socket;

import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.room.Entrance;
import games.drawbridge.realtime.room.Link;
import games.drawbridge.realtime.room.Position;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A session's place in one room. What it asks before the room is open waits here, in order.
final class Membership {
    private static final long NOWHERE = -1;

    /// @param otherwise when there is no such room here
    private record Request(Consumer<Entrance> request, Runnable otherwise) {}

    private final Queue<Request> waiting = new ArrayDeque<>();
    private @Nullable Entrance room;
    private boolean closed;

    /// Whether a patch was not taken since the connection last could take some.
    private volatile boolean missing;

    /// Where the newest join wants to go on.
    private volatile long from = NOWHERE;

    /// The newest event that the session took.
    private final AtomicLong seq = new AtomicLong(NOWHERE);

    /// Asks to be let in. Until that is answered no event is taken: what the room still tells an
    /// earlier visit of this session would come before `joined`, where no client looks for it, and
    /// would then not be told again.
    void join(Link link, @Nullable Position position) {
        from = position == null ? NOWHERE : position.seq();
        seq.set(NOWHERE);
        ask(entrance -> entrance.join(link, position), () -> {});
    }

    /// A room that enters again for the session, which has not asked, goes on behind what it took.
    void joined(NodeFrame.Joined joined) {
        if (joined.mode() == NodeFrame.Mode.RESUMED) seq.compareAndSet(NOWHERE, from);
        else seq.set(joined.seq());
    }

    /// Offers an event, if it is the next one. One thread offers, the room's.
    ///
    /// @param send whether the connection took it
    void offer(long event, BooleanSupplier send) {
        if (seq.get() == event - 1 && send.getAsBoolean()) seq.compareAndSet(event - 1, event);
    }

    boolean isIn() {
        return seq.get() != NOWHERE;
    }

    long seq() {
        return seq.get();
    }

    /// Offers a patch of that version. Where it is not taken, `seq` stays before it until the
    /// connection takes more again.
    ///
    /// @param send whether the connection took it
    void patch(long version, BooleanSupplier send) {
        long before = seq.get();
        if (before == NOWHERE) return;
        boolean taken = send.getAsBoolean();
        if (!missing) seq.compareAndSet(before, taken ? version : Math.min(before, version - 1));
        if (!taken) missing = true;
    }

    /// The connection takes more again.
    ///
    /// @return after what
    long takesAgain() {
        missing = false;
        return seq.get();
    }

    synchronized void ask(Consumer<Entrance> request, Runnable otherwise) {
        if (closed) otherwise.run();
        else if (room != null) request.accept(room);
        else waiting.add(new Request(request, otherwise));
    }

    synchronized void open(Entrance found) {
        room = found;
        waiting.forEach(it -> it.request.accept(found));
        waiting.clear();
    }

    synchronized void close() {
        closed = true;
        waiting.forEach(it -> it.otherwise.run());
        waiting.clear();
    }

    synchronized @Nullable Entrance room() {
        return room;
    }
}

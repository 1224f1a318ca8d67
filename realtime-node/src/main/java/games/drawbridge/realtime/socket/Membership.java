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

    /// Whether that join has not been answered yet.
    private volatile boolean joining;

    /// The newest event that the session took.
    private final AtomicLong seq = new AtomicLong(NOWHERE);

    /// The newest event that it took before it was answered.
    private volatile long early = NOWHERE;

    void join(Link link, @Nullable Position position) {
        from = position == null ? NOWHERE : position.seq();
        seq.set(from);
        joining = true;
        ask(entrance -> entrance.join(link, position), () -> {});
    }

    /// What the room told before this, perhaps to an earlier visit of the session, may have come
    /// where no client looks for it: it is taken once more. A room that enters again for the
    /// session, which has not asked, goes on behind what it took.
    void joined(NodeFrame.Joined joined) {
        boolean resumed = joined.mode() == NodeFrame.Mode.RESUMED;
        if (resumed && !joining) return;
        early = resumed ? seq.get() : NOWHERE;
        seq.set(resumed ? from : joined.seq());
        joining = false;
    }

    /// Offers an event, if it is the next one. One thread offers, the room's.
    ///
    /// @param send whether the connection took it
    void offer(long event, BooleanSupplier send) {
        long taken = seq.get();
        boolean next = event == taken + 1 || (event == early + 1 && event > taken);
        if (next && send.getAsBoolean()) seq.compareAndSet(taken, event);
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

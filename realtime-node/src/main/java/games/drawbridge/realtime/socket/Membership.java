package games.drawbridge.realtime.socket;

import games.drawbridge.realtime.room.Entrance;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A session's place in one room. What it asks before the room is open waits here, in order.
final class Membership {

    /// @param otherwise when there is no such room here
    private record Request(Consumer<Entrance> request, Runnable otherwise) {}

    private final Queue<Request> waiting = new ArrayDeque<>();
    private @Nullable Entrance room;
    private boolean closed;

    /// The newest event that the session took; -1 before it is in.
    volatile long seq = -1;

    /// Whether a patch was not taken since it last could take some.
    private boolean missing;

    /// A patch of that version was taken, or was not: then `seq` stays before it.
    synchronized void patched(long version, boolean taken) {
        if (!taken && !missing) seq = Math.min(seq, version - 1);
        else if (taken && !missing) seq = version;
        missing |= !taken;
    }

    /// The session takes more again.
    ///
    /// @return after what
    synchronized long takesAgain() {
        missing = false;
        return seq;
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

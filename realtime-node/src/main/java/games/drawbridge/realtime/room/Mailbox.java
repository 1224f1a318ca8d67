package games.drawbridge.realtime.room;

import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.wire.Encoded;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The way onto a room's thread. What players ask is bounded; what happens to them is not, for each
/// of it happens once.
final class Mailbox {
    /// Moves and joins waiting. Beyond it they are told that the room is busy.
    private static final int MOST = 1_024;

    private final Executor thread;
    private final AtomicInteger asked = new AtomicInteger();

    Mailbox(Executor thread) {
        this.thread = thread;
    }

    void post(Runnable task) {
        thread.execute(task);
    }

    /// @param otherwise what the link is told when too many are waiting
    void ask(Link link, Runnable task, Supplier<NodeFrame> otherwise) {
        if (asked.incrementAndGet() > MOST) {
            asked.decrementAndGet();
            link.tell(new Encoded(otherwise.get()));
        } else {
            thread.execute(() -> {
                asked.decrementAndGet();
                task.run();
            });
        }
    }
}

package games.drawbridge.simulation;

import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.model.wire.NodeFrame.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A player's moves that have no answer yet, in order, as the client's SDK keeps them: sent again
/// with the same ids after a lost socket; under other ids only when the node says that it counts
/// otherwise.
final class Unanswered {
    private static final int AT_ONCE = 32;

    private final Life life;
    private final Out out;
    private final List<Move> queue = new ArrayList<>();

    /// The highest id that got its last answer; it may have been denied.
    private long answered;

    /// The highest id that was applied.
    private long applied;

    private boolean live;
    private long waitUntil;

    /// Where moves go.
    interface Out {
        void send(long id, Json body);

        /// The id is another move's from now on.
        void forget(long id);
    }

    private static final class Move {
        final Json body;
        long id;
        boolean sent;
        boolean renumbered;

        Move(Json body) {
            this.body = body;
        }
    }

    Unanswered(Life life, Out out) {
        this.life = life;
        this.out = out;
    }

    int size() {
        return queue.size();
    }

    void add(Json body) {
        queue.add(new Move(body));
        pump();
    }

    void clear() {
        queue.clear();
    }

    void joined(Mode mode, long lastMove) {
        if (mode == Mode.FRESH || lastMove < applied) countFrom(lastMove);
        applied = lastMove;
        answered = Math.max(answered, lastMove);
        live = true;
        waitUntil = 0;
        pump();
    }

    void dropped() {
        live = false;
        queue.forEach(move -> move.sent = false);
    }

    void applied(long id) {
        applied = Math.max(applied, id);
        take(id);
    }

    void denied(NodeFrame.Deny deny) {
        var move = of(deny.id());
        if (move == null) return;
        boolean order = deny.code() == Code.ORDER;
        boolean oldest =
                order
                        && move.equals(
                                queue.stream().filter(it -> it.id > 0).findFirst().orElse(null));
        Long retryIn = deny.retryIn();
        if (oldest && !move.renumbered) renumber();
        else if (!oldest && (order || retryIn != null)) again(move, retryIn == null ? 0 : retryIn);
        else {
            if (retryIn != null) out.forget(deny.id());
            take(deny.id());
        }
    }

    private void again(Move move, long millis) {
        move.sent = false;
        var wait = Duration.ofMillis(millis);
        waitUntil = Math.max(waitUntil, life.now() + wait.toNanos());
        life.after(wait, this::pump);
    }

    private void renumber() {
        for (Move move : queue) {
            move.sent = false;
            move.renumbered = true;
        }
        countFrom(applied);
        pump();
    }

    private void countFrom(long id) {
        answered = id;
        for (Move move : queue)
            if (move.id > id) {
                out.forget(move.id);
                move.id = 0;
            }
    }

    private void take(long id) {
        answered = Math.max(answered, id);
        queue.removeIf(move -> move.id == id);
        pump();
    }

    private @Nullable Move of(long id) {
        return queue.stream().filter(move -> move.id == id).findFirst().orElse(null);
    }

    private void pump() {
        while (live && life.now() >= waitUntil) {
            var next = queue.stream().limit(AT_ONCE).filter(move -> !move.sent).findFirst();
            if (next.isEmpty()) return;
            var move = next.get();
            move.sent = true;
            if (move.id == 0) {
                long newest = queue.stream().mapToLong(it -> it.id).max().orElse(0);
                move.id = Math.max(answered, newest) + 1;
            }
            out.send(move.id, move.body);
        }
    }
}

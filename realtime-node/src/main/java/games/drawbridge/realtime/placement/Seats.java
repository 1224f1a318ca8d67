package games.drawbridge.realtime.placement;

import games.drawbridge.realtime.placement.RoomsTable.Seat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Seats of all the node's rooms, written together: a call costs the node far more than a row does
/// (docs/decisions/speed.md). The first ones leave at once; while so many writes are under way as
/// may be, others wait, and leave as one. Any thread.
final class Seats {
    /// Calls under way: one that hangs must not hold up all who sit down, and with many none would
    /// carry more than one seat.
    private static final int CALLS = 4;

    private record Waiting(Seat seat, CompletableFuture<Void> written) {}

    private final Function<List<Seat>, CompletableFuture<Void>> write;

    /// No more than there are connections, each of which sits down once at a time.
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();

    private int calls;

    /// @param write of up to [RoomsTable#MOST_SEATS] seats, none of them twice; tries until it has
    ///   succeeded
    Seats(Function<List<Seat>, CompletableFuture<Void>> write) {
        this.write = write;
    }

    /// Completes when the seat is written.
    CompletableFuture<Void> add(Seat seat) {
        var one = new Waiting(seat, new CompletableFuture<>());
        synchronized (this) {
            waiting.add(one);
            if (calls == CALLS) return one.written;
            calls++;
        }
        leave();
        return one.written;
    }

    private void leave() {
        var some = next();
        if (some.isEmpty()) return;
        write.apply(some.stream().map(Waiting::seat).toList())
                .whenComplete((_, error) -> {
                    leave();
                    for (var one : some)
                        if (error == null) one.written.complete(null);
                        else one.written.completeExceptionally(error);
                });
    }

    /// A player who has left and sits down again is in the next ones: a call names a row once.
    private synchronized List<Waiting> next() {
        var some = new ArrayList<Waiting>();
        var rows = new HashSet<String>();
        while (some.size() < RoomsTable.MOST_SEATS && !waiting.isEmpty()) {
            if (!rows.add(waiting.element().seat.row())) break;
            some.add(waiting.remove());
        }
        if (some.isEmpty()) calls--;
        return some;
    }
}

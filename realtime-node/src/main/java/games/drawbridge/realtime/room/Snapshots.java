package games.drawbridge.realtime.room;

import games.drawbridge.model.room.RoomState;
import games.drawbridge.realtime.archive.Snapshot;
import games.drawbridge.realtime.log.Batch;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes a snapshot of a room every so many events, and one at the end. It is taken when a batch
/// goes to the log that holds all that was decided, and counts once that batch is safe.
final class Snapshots<S, M, E> {
    /// A log also grows by entries without events: who comes and who goes.
    private static final long QUIET = 10;

    private final Game<S, M, E> game;
    private final RoomState<S, M, E> state;
    private final History history;
    private final int every;
    private long newest;
    private long turns;
    private boolean ended;
    private @Nullable Snapshot waiting;

    /// @param every so many events
    /// @param newest seq of the newest snapshot there is; 0 for none
    Snapshots(
            Game<S, M, E> game, RoomState<S, M, E> state, History history, int every, long newest) {
        this.game = game;
        this.state = state;
        this.history = history;
        this.every = every;
        this.newest = newest;
        this.turns = state.turns();
    }

    /// This batch is on its way, and nothing that was decided is not in it or before it.
    void sent(Batch batch) {
        boolean ends = state.over() && !ended;
        if (!ends && (state.over() || !isDue())) return;
        newest = state.seq();
        turns = state.turns();
        ended = ends;
        var memo = state.memo();
        waiting =
                new Snapshot(
                        batch.epoch(),
                        batch.n(),
                        game.version(),
                        history.epochs(),
                        memo.with(game.json(memo.state())));
    }

    private boolean isDue() {
        return state.seq() - newest >= every || state.turns() - turns >= QUIET * every;
    }

    /// The snapshot that counts now that the batch is safe.
    Optional<Snapshot> stored(long n) {
        var taken = waiting;
        if (taken == null || taken.n() != n) return Optional.empty();
        waiting = null;
        return Optional.of(taken);
    }
}

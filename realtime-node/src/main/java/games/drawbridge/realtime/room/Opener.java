package games.drawbridge.realtime.room;

import games.drawbridge.model.room.Answer;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.model.room.Rules;
import games.drawbridge.model.title.Title;
import games.drawbridge.realtime.archive.Archive;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.log.ClosedLog;
import games.drawbridge.realtime.log.Logs;
import games.drawbridge.realtime.log.RoomLog;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.placement.Records;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Opens the rooms that this node owns: the barrier first, so that nobody else writes any more,
/// then what the room was.
public final class Opener {
    private final Title title;
    private final Records records;
    private final Logs logs;
    private final Archive archive;
    private final Restorer restorer;
    private final int snapshotEvery;
    private final Supplier<Executor> threads;
    private final InstantSource clock;

    /// @param snapshotEvery so many events; the log that stays behind the oldest of three snapshots
    ///   should be longer than a replay
    /// @param threads gives each room the one that it lives on
    public Opener(
            Title title,
            Records records,
            Logs logs,
            Archive archive,
            int snapshotEvery,
            Supplier<Executor> threads,
            InstantSource clock) {
        this.title = title;
        this.records = records;
        this.logs = logs;
        this.archive = archive;
        this.restorer = new Restorer(archive, records);
        this.snapshotEvery = snapshotEvery;
        this.threads = threads;
        this.clock = clock;
    }

    /// Reads ahead what of the room does not change any more.
    void expect(Placement placement) {
        placement.manifest().snapshots().stream().findFirst().ifPresent(archive::expect);
    }

    /// Fails with [games.drawbridge.realtime.log.Fenced] when the placement's epoch is over or used
    /// up.
    ///
    /// @param onLost called once, when the room is this node's no more or is closed
    CompletableFuture<Room> open(Placement placement, Consumer<Room> onLost) {
        var rules =
                title.rules(placement.kind())
                        .orElseThrow(
                                () -> new IllegalStateException("no kind " + placement.kind()));
        return open(rules, placement, onLost);
    }

    private <S, M, E> CompletableFuture<Room> open(
            Rules<S, M, E> rules, Placement placement, Consumer<Room> onLost) {
        var log = log(rules, placement);
        return log.open()
                .thenCompose(live -> restorer.restore(placement, rules.version(), live))
                .thenApply(found -> {
                    var core = core(new Game<>(rules), placement, found);
                    var archiver = new Archiver(placement, archive, records, log, found);
                    var room =
                            new Room(
                                    placement,
                                    core,
                                    log,
                                    archiver,
                                    records,
                                    threads.get(),
                                    clock,
                                    onLost);
                    room.begin(found.unarchived());
                    return room;
                });
    }

    private RoomLog log(Rules<?, ?, ?> rules, Placement placement) {
        if (placement.manifest().whole() != null) return new ClosedLog();
        var level = rules.terms(placement.settings()).ack();
        return logs.of(level, placement.room(), placement.epoch());
    }

    private <S, M, E> RoomCore<S, M, E> core(
            Game<S, M, E> game, Placement placement, Restored found) {
        var now = clock.instant();
        var gate = new Gate(placement.epoch(), placement.node(), game.version());
        var snapshot = found.snapshot();
        var history = snapshot == null ? new History() : new History(snapshot.epochs());
        var state = snapshot == null ? null : game.state(snapshot.memo());
        for (Batch batch : found.after())
            for (var entry : batch.entries()) {
                history.add(batch.epoch(), entry);
                if (state != null) state.apply(game.played(entry, batch.version()));
                else if (entry.cause() instanceof Cause.Opened opened)
                    state = new RoomState<>(game.rules(), opened, entry.when());
                else throw new IllegalStateException("a log that does not begin with the opening");
            }
        if (state == null) {
            state = new RoomState<>(game.rules(), opened(placement), now);
            gate.log(game.logged(state.firstEntry(now)));
            for (var player : placement.settings().players())
                if (!state.sits(player)
                        && state.sit(player, now) instanceof Answer.Applied<E>(var sat)) {
                    history.add(placement.epoch(), game.logged(sat));
                    gate.log(game.logged(sat));
                }
        }
        long newest = snapshot == null ? 0 : snapshot.memo().seq();
        var snapshots = new Snapshots<>(game, state, history, snapshotEvery, newest);
        return new RoomCore<>(placement, game, state, history, gate, snapshots, now);
    }

    private static Cause.Opened opened(Placement placement) {
        return new Cause.Opened(
                placement.maker(), placement.kind(), placement.settings(), placement.seed());
    }
}

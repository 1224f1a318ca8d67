package games.drawbridge.realtime.room;

import games.drawbridge.model.games.Relay;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.Note;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.model.room.Rules;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.room.Standing;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.archive.Manifest;
import games.drawbridge.realtime.archive.Snapshot;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.wire.Encoded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/// A room's core with nothing around it: the test decides when the log answers.
final class TestRoom {
    static final RoomId ROOM = new RoomId("r1");
    private static final NodeId NODE = new NodeId("n1");

    private static final int SNAPSHOT_EVERY = 10;

    private final RoomCore<?, ?, ?> core;
    private final List<Batch> log;
    private final Queue<Batch> appending = new ArrayDeque<>();
    private final Queue<Out.Replay> reading = new ArrayDeque<>();
    private final Map<Link, List<NodeFrame>> told = new HashMap<>();
    private final Map<Link, CloseCode> closed = new HashMap<>();
    private List<Out.Tell> tells = new ArrayList<>();
    final List<Entry<Json>> carried = new ArrayList<>();
    final List<Note> notes = new ArrayList<>();
    final List<Snapshot> kept = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-01T20:00:00Z");

    /// One session of a player.
    ///
    /// @param standing in every room
    record Visit(PlayerId player, int number, Standing standing) implements Link {
        @Override
        public Standing standing(RoomId room) {
            return standing;
        }

        @Override
        public void tell(Encoded frame) {}

        @Override
        public void tell(RoomId room, long seq, Encoded frame) {}

        @Override
        public void lost(RoomId room) {}

        @Override
        public void moved(NodeFrame.Moved frame) {}

        @Override
        public void close(CloseCode code) {}
    }

    static Visit visit(String player, int number) {
        return visit(player, number, Standing.PLAYER);
    }

    static Visit visit(String player, int number, Standing standing) {
        return new Visit(new PlayerId(player), number, standing);
    }

    static Visit visit(String player) {
        return visit(player, 1);
    }

    private <S, M, E> TestRoom(
            Rules<S, M, E> rules, Settings settings, long epoch, List<Batch> log) {
        this.log = log;
        var game = new Game<>(rules);
        var gate = new Gate(epoch, NODE, 1);
        var history = new History();
        var maker = new PlayerId("ann");
        var opened = new Cause.Opened(maker, rules.kind().name(), settings, 7);
        var state = new RoomState<>(rules, opened, now);
        if (log.isEmpty()) gate.log(game.logged(state.firstEntry(now)));
        for (var batch : log)
            for (var entry : batch.entries()) {
                history.add(batch.epoch(), entry);
                if (!(entry.cause() instanceof Cause.Opened)) state.apply(game.played(entry, 1));
            }
        var placement =
                new Placement(
                        ROOM,
                        rules.kind().name(),
                        settings,
                        maker,
                        7,
                        true,
                        NODE,
                        "life",
                        epoch,
                        1,
                        Manifest.NONE);
        var snapshots = new Snapshots<>(game, state, history, SNAPSHOT_EVERY, 0);
        core = new RoomCore<>(placement, game, state, history, gate, snapshots, now);
        on(new In.Tick());
    }

    static TestRoom of(Rules<?, ?, ?> rules, Map<String, Object> settings) {
        return new TestRoom(rules, new Settings(settings), 1, new ArrayList<>());
    }

    static TestRoom relay() {
        return of(new Relay(), Map.of());
    }

    /// The next owner's room, made from this one's log.
    TestRoom takenOver(Rules<?, ?, ?> rules) {
        return takenOver(rules, Map.of());
    }

    TestRoom takenOver(Rules<?, ?, ?> rules, Map<String, Object> settings) {
        var next = new TestRoom(rules, new Settings(settings), 2, new ArrayList<>(log));
        next.now = now;
        return next;
    }

    /// Adds what is told from now on, one line for each frame that is encoded.
    void tells(List<Out.Tell> all) {
        tells = all;
    }

    TestRoom on(In in) {
        for (var out : core.on(in, now))
            switch (out) {
                case Out.Append(var batch) -> appending.add(batch);
                case Out.Replay replay -> reading.add(replay);
                case Out.Tell tell -> {
                    tells.add(tell);
                    tell.to().forEach(link -> told(link).add(tell.frame()));
                }
                case Out.Close(var link, var code) -> closed.put(link, code);
                case Out.Carry(var entry, _) -> carried.add(entry);
                case Out.Keep(var snapshot) -> kept.add(snapshot);
                case Out.Noted(var note, var taken) -> {
                    if (taken) notes.add(note);
                }
                case Out.Fault(var fault) -> throw fault;
            }
        return this;
    }

    /// Lets the log have everything that waits for it.
    TestRoom stored() {
        while (!appending.isEmpty()) {
            var batch = appending.remove();
            log.add(batch);
            on(new In.Stored(batch.n()));
        }
        return this;
    }

    /// Answers the reads of the log that were asked for.
    TestRoom read() {
        while (!reading.isEmpty()) on(new In.Replayed(reading.remove().link(), List.copyOf(log)));
        return this;
    }

    TestRoom join(Link link) {
        return on(new In.Join(link, null)).stored();
    }

    TestRoom back(Link link, long epoch, long seq) {
        return on(new In.Join(link, new Position(epoch, seq)));
    }

    TestRoom move(Link link, long id, String body) {
        return on(new In.Move(link, id, new Json(body)));
    }

    TestRoom after(Duration time) {
        now = now.plus(time);
        return on(new In.Tick());
    }

    /// What the link was told since the last call.
    List<NodeFrame> heard(Link link) {
        var frames = List.copyOf(told(link));
        told(link).clear();
        return frames;
    }

    CloseCode closed(Link link) {
        return closed.get(link);
    }

    private List<NodeFrame> told(Link link) {
        return told.computeIfAbsent(link, _ -> new ArrayList<>());
    }

    RoomCore<?, ?, ?> core() {
        return core;
    }

    List<Batch> log() {
        return log;
    }
}

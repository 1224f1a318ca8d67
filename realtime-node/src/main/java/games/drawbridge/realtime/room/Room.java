package games.drawbridge.realtime.room;

import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.log.RoomLog;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.placement.Records;
import games.drawbridge.realtime.placement.RoomsTable.Summary;
import games.drawbridge.realtime.wire.Encoded;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A live room: a mailbox that one thread empties into the core, and what the core wants, done.
public final class Room implements Entrance {
    private static final Logger LOG = Logger.getLogger(Room.class);

    /// Moves and joins waiting for the room's thread. Beyond it they are told that it is busy.
    private static final int MAILBOX = 1_024;

    /// How often a room's head alone is worth a write.
    private static final Duration TELL_HEAD = Duration.ofSeconds(10);

    private final Placement placement;
    private final RoomCore<?, ?, ?> core;
    private final RoomLog log;
    private final Records records;
    private final Executor thread;
    private final InstantSource clock;
    private final Consumer<Room> onLost;
    private final AtomicInteger mailbox = new AtomicInteger();
    private volatile long head;
    private volatile int players;
    private volatile boolean watched;
    private volatile Instant nextTick = Instant.MIN;
    private volatile Instant busyAt;
    private boolean lost;
    private @Nullable Summary told;
    private Instant toldAt = Instant.MIN;
    private boolean telling;

    /// @param onLost called once, when this node does not own the room any more or the room is
    ///   closed
    Room(
            Placement placement,
            RoomCore<?, ?, ?> core,
            RoomLog log,
            Records records,
            Executor thread,
            InstantSource clock,
            Consumer<Room> onLost) {
        this.placement = placement;
        this.core = core;
        this.log = log;
        this.records = records;
        this.thread = thread;
        this.clock = clock;
        this.onLost = onLost;
        this.head = core.head();
        this.busyAt = clock.instant();
    }

    public Placement placement() {
        return placement;
    }

    @Override
    public RoomId id() {
        return placement.room();
    }

    @Override
    public boolean isOpen() {
        return placement.open();
    }

    @Override
    public long head() {
        return head;
    }

    /// Whether anybody is linked to it.
    boolean isWatched() {
        return watched;
    }

    int players() {
        return players;
    }

    // ---- from sessions, on any thread ----

    @Override
    public void join(Link link, @Nullable Position position) {
        var busy = new NodeFrame.Problem(Code.BUSY, "too many are waiting", id());
        fromPlayer(link, new In.Join(link, position), busy);
    }

    /// Enters again for a link that has not asked: a seat that another link has taken meanwhile is
    /// not taken back.
    public void rejoin(Link link, Position position) {
        post(new In.Rejoin(link, position));
    }

    @Override
    public void move(Link link, long id, Json body) {
        fromPlayer(link, new In.Move(link, id, body), busy(id));
    }

    @Override
    public void badMove(Link link, long id, Code code, String detail) {
        fromPlayer(link, new In.BadMove(link, id, code, detail), busy(id));
    }

    @Override
    public void leave(Link link) {
        post(new In.Leave(link));
    }

    @Override
    public void gone(Link link) {
        post(new In.Gone(link));
    }

    @Override
    public void behind(Link link) {
        post(new In.Behind(link));
    }

    @Override
    public void drained(Link link, long seq) {
        post(new In.Drained(link, seq));
    }

    private NodeFrame busy(long move) {
        return new NodeFrame.Deny(id(), move, Code.BUSY, "too many are waiting", 500L);
    }

    private void fromPlayer(Link link, In in, NodeFrame otherwise) {
        if (mailbox.incrementAndGet() > MAILBOX) {
            mailbox.decrementAndGet();
            link.tell(new Encoded(otherwise));
        } else {
            thread.execute(() -> {
                mailbox.decrementAndGet();
                handle(in);
            });
        }
    }

    private void post(In in) {
        thread.execute(() -> handle(in));
    }

    /// Runs the task on the room's thread, once what is under way there is done.
    public void afterwards(Runnable task) {
        thread.execute(task);
    }

    // ---- on the room's thread ----

    private void handle(In in) {
        if (lost) {
            switch (in) {
                case In.Join(var link, _) -> link.lost(id());
                case In.Rejoin(var link, _) -> link.lost(id());
                default -> {}
            }
            return;
        }
        try {
            var wanted = core.on(in, clock.instant());
            // first, so that no pong lags behind what was told
            head = core.head();
            wanted.forEach(this::perform);
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "room %s failed and is read again from its log", id());
            lose();
            return;
        }
        players = core.players();
        watched = !core.links().isEmpty();
        nextTick = core.nextTick().orElse(Instant.MAX);
        if (!(in instanceof In.Tick)) busyAt = clock.instant();
        tell();
    }

    private void perform(Out out) {
        switch (out) {
            case Out.Append(var batch) ->
                    settle(append(batch), _ -> handle(new In.Stored(batch.n())));
            case Out.Tell(var links, var frame) -> tell(links, frame);
            case Out.Replay(var link, var seq) ->
                    settle(log.after(seq), batches -> handle(new In.Replayed(link, batches)));
            case Out.Close(var link, var code) -> link.close(code);
            case Out.Carry(var entry) -> records.carry(id(), entry);
            case Out.Fault(var fault) -> LOG.errorf(fault, "the rules of room %s failed", id());
        }
    }

    /// A batch counts as stored when the log has it and everybody who sat down with it is
    /// remembered.
    private CompletableFuture<?> append(Batch batch) {
        var seats =
                batch.entries().stream()
                        .flatMap(entry ->
                                switch (entry.cause()) {
                                    case Cause.Sat sat ->
                                            Stream.of(records.seat(id(), sat.by(), entry.when()));
                                    case Cause.Opened opened ->
                                            Stream.of(
                                                    records.seat(id(), opened.by(), entry.when()));
                                    default -> Stream.<CompletableFuture<Void>>empty();
                                });
        var all = Stream.concat(Stream.of(log.append(batch)), seats);
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    private <T> void settle(CompletableFuture<T> work, Consumer<T> then) {
        work.whenComplete((result, error) ->
                thread.execute(() -> {
                    if (error == null) then.accept(result);
                    else if (!lost) {
                        LOG.infof("room %s is lost to this node: %s", id(), error.getMessage());
                        lose();
                    }
                }));
    }

    private void tell(Iterable<Link> links, NodeFrame frame) {
        var encoded = new Encoded(frame);
        switch (frame) {
            case NodeFrame.Event event -> links.forEach(it -> it.tell(id(), event.seq(), encoded));
            case NodeFrame.Joined joined ->
                    links.forEach(it -> it.tell(id(), joined.seq(), encoded));
            default -> links.forEach(it -> it.tell(encoded));
        }
    }

    /// Keeps the room's row up to date: at once when something changed that others look for.
    private void tell() {
        boolean listed = placement.open() && !core.over() && core.hasFreeSeat() && watched;
        var now = new Summary(core.players(), head, core.over(), listed);
        if (telling || now.equals(told) || !isWorthTelling(now)) return;
        telling = true;
        told = now;
        toldAt = clock.instant();
        settle(
                records.tell(placement, now),
                owned -> {
                    telling = false;
                    if (!owned) lose();
                    else tell();
                });
    }

    private boolean isWorthTelling(Summary now) {
        return told == null
                || now.players() != told.players()
                || now.over() != told.over()
                || now.listed() != told.listed()
                || clock.instant().isAfter(toldAt.plus(TELL_HEAD));
    }

    private void lose() {
        lost = true;
        core.links().forEach(link -> link.lost(id()));
        onLost.accept(this);
    }

    // ---- from the node, on any thread ----

    /// Begins with what the opening left to do.
    void begin() {
        post(new In.Tick());
    }

    /// Gives the room up here: another epoch has it.
    void close() {
        thread.execute(() -> {
            if (!lost) lose();
        });
    }

    /// Rings what is due; closes the room when nobody has needed it for so long.
    void sweep(Instant now, Duration idle) {
        if (!nextTick.isAfter(now)) post(new In.Tick());
        if (busyAt.plus(idle).isBefore(now))
            thread.execute(() -> {
                if (!lost && core.isIdle() && !telling) lose();
            });
    }
}

package games.drawbridge.realtime.room;

import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.Known;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.title.Title;
import games.drawbridge.model.trace.Trace;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.log.RoomLog;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.placement.Records;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A live room: a mailbox that one thread empties into the core, and what the core wants, done.
public final class Room implements Entrance {
    private static final Logger LOG = Logger.getLogger(Room.class);

    private final Placement placement;
    private final RoomCore<?, ?, ?> core;
    private final RoomLog log;
    private final Archiver archiver;
    private final Records records;
    private final Outbox outbox;
    private final Postbox postbox;
    private final Mailbox mailbox;
    private final InstantSource clock;
    private final Consumer<Room> onLost;
    private volatile long head;
    private volatile Glance glance;
    private volatile Instant busyAt;
    private boolean lost;
    private @Nullable Leaving leaving;

    /// @param onLost called once, when the room is this node's no more or is closed
    Room(
            Placement placement,
            RoomCore<?, ?, ?> core,
            RoomLog log,
            Archiver archiver,
            Records records,
            Executor thread,
            InstantSource clock,
            Consumer<Room> onLost) {
        this.placement = placement;
        this.core = core;
        this.log = log;
        this.archiver = archiver;
        this.records = records;
        this.outbox = new Outbox(placement, records, clock);
        this.mailbox = new Mailbox(thread);
        this.postbox =
                new Postbox(
                        id(), records, mailbox::post, it -> handle(new In.Noted(it)), this::tell);
        this.clock = clock;
        this.onLost = onLost;
        this.head = core.told();
        this.glance = Glance.first(core);
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
        return placement.open() && Title.TITLE.known(id()).map(Known::isOpen).orElse(true);
    }

    @Override
    public long head() {
        return head;
    }

    /// Whether anybody is linked to it.
    boolean isWatched() {
        return glance.watched();
    }

    int players() {
        return glance.players();
    }

    // ---- from sessions, on any thread ----

    @Override
    public void join(Link link, @Nullable Position position) {
        var busy = new NodeFrame.Problem(Code.BUSY, "too many are waiting", id());
        mailbox.ask(link, () -> handle(new In.Join(link, position)), () -> busy);
    }

    /// Enters again for a link that has not asked: a seat that another link has taken meanwhile is
    /// not taken back.
    public void rejoin(Link link, Position position) {
        post(new In.Rejoin(link, position));
    }

    @Override
    public void move(Link link, long id, Json body) {
        mailbox.ask(link, () -> handle(new In.Move(link, id, body)), busy(id));
    }

    @Override
    public void badMove(Link link, long id, Code code, String detail) {
        mailbox.ask(link, () -> handle(new In.BadMove(link, id, code, detail)), busy(id));
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

    private Supplier<NodeFrame> busy(long move) {
        return () -> new NodeFrame.Deny(id(), move, Code.BUSY, "too many are waiting", 500L);
    }

    private void post(In in) {
        mailbox.post(() -> handle(in));
    }

    /// Runs the task on the room's thread, once what is under way there is done.
    public void afterwards(Runnable task) {
        mailbox.post(task);
    }

    // ---- on the room's thread ----

    private void handle(In in) {
        if (lost) {
            if (in instanceof In.Enters enters) enters.link().lost(id());
            return;
        }
        if (leaving != null && leaving.holds(in)) return;
        var now = clock.instant();
        try {
            var wanted = core.on(in, now);
            // first, so that no pong lags behind what was told
            head = core.told();
            wanted.forEach(this::perform);
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "room %s failed and is read again from its log", id());
            lose();
            return;
        }
        glance = Glance.of(core, glance);
        if (!(in instanceof In.Tick)) busyAt = now;
        tell();
        leave();
    }

    /// Gives the room up to another node: everything that was decided is safe first, and nothing
    /// more is decided here. A room that nobody would miss is closed.
    ///
    /// @return false when it was closed, or lost to somebody else meanwhile
    CompletableFuture<Boolean> handOver(Candidate heir, Guide guide, Heirs heirs) {
        var going = new Leaving(placement.next(heir), guide, heirs);
        mailbox.post(() -> {
            closeIfIdle();
            if (lost) going.done.complete(false);
            else heirs.expect(id(), heir);
            leaving = going;
            leave();
        });
        return going.done;
    }

    /// Whoever asks for it later has it opened again, wherever that is best by then.
    private void closeIfIdle() {
        tell();
        boolean isDone = archiver.isIdle() && outbox.isIdle() && postbox.isIdle();
        if (isDone && core.isIdle()) lose();
    }

    private void leave() {
        var going = leaving;
        if (lost || going == null || !going.begins(core.isClear())) return;
        settle(
                log.flushed().thenCompose(_ -> records.handOver(placement, going.heir)),
                ours -> {
                    if (lost) return;
                    if (ours) going.send(core.links(), head);
                    lose();
                });
    }

    private void perform(Out out) {
        switch (out) {
            case Out.Append(var batch) ->
                    settle(
                            outbox.stored(log.append(batch), batch),
                            _ -> {
                                archiver.stored(batch);
                                handle(new In.Stored(batch.n()));
                            });
            case Out.Tell(var links, var frame) -> Crowd.tell(id(), links, frame);
            case Out.Replay(var link, var seq) ->
                    settle(log.confirm(), _ -> handle(new In.Replayed(link, archiver.after(seq))));
            case Out.Close(var link, var code) -> link.close(code);
            case Out.Carry(var entry, var trace) -> carry(entry, trace);
            case Out.Noted(var note, var taken) -> postbox.dealt(note, taken);
            case Out.Keep(var snapshot) ->
                    archiver.keep(snapshot, outbox::carried, mailbox::post, this::lose);
            case Out.Fault(var fault) -> LOG.errorf(fault, "the rules of room %s failed", id());
        }
    }

    private void carry(Entry<Json> entry, @Nullable Trace trace) {
        outbox.carry(entry, trace, () -> mailbox.post(this::tell));
    }

    private <T> void settle(CompletableFuture<T> work, Consumer<T> then) {
        work.whenComplete((result, error) ->
                mailbox.post(() -> {
                    if (error == null) then.accept(result);
                    else if (!lost) {
                        LOG.infof("room %s is lost to this node: %s", id(), error.getMessage());
                        lose();
                    }
                }));
    }

    private void tell() {
        if (lost) return;
        outbox.tell(core.summary(postbox.isIdle())).ifPresent(it -> settle(it, this::told));
    }

    private void told(boolean owned) {
        outbox.told();
        if (!owned) lose();
        else tell();
    }

    private void lose() {
        if (lost) return;
        lost = true;
        if (leaving != null) leaving.done.complete(false);
        core.links().forEach(link -> link.lost(id()));
        onLost.accept(this);
    }

    // ---- from the node, on any thread ----

    /// Begins with what the opening left to do: an earlier owner may not have handed over the
    /// effects of what is not archived, nor marked what it was told, before it may count as over.
    void begin(List<Batch> unarchived) {
        mailbox.post(
                () -> unarchived.forEach(batch -> batch.entries().forEach(it -> carry(it, null))));
        if (core.hears()) noted();
        post(new In.Tick());
    }

    /// What comes from outside; of purchases only those of who sits here.
    void hear(In in) {
        if (!(in instanceof In.Bought(var bought)) || glance.seats().contains(bought.by()))
            post(in);
    }

    /// Looks what other rooms have told it.
    void noted() {
        mailbox.post(() -> {
            if (!lost) postbox.look();
        });
    }

    /// Looks whether its log still has everything.
    void mend() {
        mailbox.post(() -> {
            if (!lost) settle(log.mend(), _ -> {});
        });
    }

    /// Gives the room up if nothing but the lease, which is over, shows that it is still ours.
    void unleased() {
        if (core.isUnfenced()) close();
    }

    /// Gives the room up here: another epoch has it.
    void close() {
        mailbox.post(this::lose);
    }

    /// Rings what is due; closes the room when nobody has needed it for so long.
    void sweep(Instant now, Duration idle) {
        if (!glance.nextTick().isAfter(now)) post(new In.Tick());
        if (busyAt.plus(idle).isBefore(now)) mailbox.post(this::closeIfIdle);
    }
}

package games.drawbridge.realtime.relay;

import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.bus.Address;
import games.drawbridge.realtime.room.Entrance;
import games.drawbridge.realtime.room.Link;
import games.drawbridge.realtime.room.Position;
import games.drawbridge.realtime.wire.Encoded;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A room that another node owns, as the sockets of this one see it. While its owner cannot be
/// reached it says that it is busy; then it enters again by itself.
final class RelayedRoom implements Entrance {
    private final RoomId id;
    private final boolean open;
    private final Visitors visitors;
    private final Executor thread;
    private final Owner owner;
    private final AtomicInteger mailbox = new AtomicInteger();
    private volatile long head;
    private long emptySince;
    private boolean closed;

    /// @param owner gives this room its owner
    RelayedRoom(
            RoomId id,
            boolean open,
            Visitors visitors,
            Executor thread,
            Function<RelayedRoom, Owner> owner) {
        this.id = id;
        this.open = open;
        this.visitors = visitors;
        this.thread = thread;
        this.owner = owner.apply(this);
    }

    @Override
    public RoomId id() {
        return id;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public long head() {
        return head;
    }

    // ---- from sessions, on any thread ----

    @Override
    public void join(Link link, @Nullable Position position) {
        fromPlayer(link, () -> joins(link, position), busy());
    }

    @Override
    public void move(Link link, long move, Json body) {
        fromPlayer(
                link,
                () -> moves(link, move, number -> new Ask.Move(id, number, move, body)),
                busy(move));
    }

    @Override
    public void badMove(Link link, long move, Code code, String detail) {
        fromPlayer(
                link,
                () -> moves(link, move, number -> new Ask.BadMove(id, number, move, code, detail)),
                busy(move));
    }

    @Override
    public void leave(Link link) {
        thread.execute(() -> visitors.of(link).ifPresent(this::leaves));
    }

    @Override
    public void gone(Link link) {
        thread.execute(() -> visitors.of(link).ifPresent(this::dismiss));
    }

    @Override
    public void behind(Link link) {
        thread.execute(() -> visitors.of(link).ifPresent(this::fallsBehind));
    }

    @Override
    public void drained(Link link, long seq) {
        thread.execute(() -> visitors.of(link).ifPresent(visitor -> drains(visitor, seq)));
    }

    private NodeFrame busy() {
        return new NodeFrame.Problem(Code.BUSY, "the room's node is out of reach", id);
    }

    private NodeFrame busy(long move) {
        var detail = "the room's node is out of reach";
        return new NodeFrame.Deny(id, move, Code.BUSY, detail, RelayLimits.LATER);
    }

    private void fromPlayer(Link link, Runnable task, NodeFrame otherwise) {
        if (mailbox.incrementAndGet() > RelayLimits.MAILBOX) {
            mailbox.decrementAndGet();
            link.tell(new Encoded(otherwise));
        } else {
            thread.execute(() -> {
                mailbox.decrementAndGet();
                task.run();
            });
        }
    }

    // ---- from sessions, on the room's thread ----

    private void joins(Link link, @Nullable Position position) {
        if (closed) {
            link.lost(id);
        } else if (!owner.isReached() || visitors.count() >= RelayLimits.VISITORS) {
            link.tell(new Encoded(busy()));
            if (!owner.isReached()) owner.seek();
        } else {
            owner.ask(visitors.enter(link).enters(position, owner.epoch()));
        }
    }

    private void moves(Link link, long move, Function<Long, Ask> ask) {
        var found = visitors.of(link);
        if (found.isEmpty()) {
            var denial = new NodeFrame.Deny(id, move, Code.NOT_SEATED, "join first", null);
            link.tell(new Encoded(denial));
            return;
        }
        var visitor = found.get();
        boolean reached = owner.isReached();
        if (!reached && visitor.waitsFor(move)) return; // it is asked again then
        var asked = ask.apply(visitor.number);
        if (reached && visitor.asks(move, asked)) owner.ask(asked);
        else link.tell(new Encoded(busy(move)));
    }

    private void leaves(Visitor visitor) {
        visitor.leaves();
        if (owner.isReached()) owner.ask(new Ask.Leave(id, visitor.number));
    }

    private void dismiss(Visitor visitor) {
        visitors.forget(visitor);
        if (owner.isReached()) owner.ask(new Ask.Gone(id, visitor.number));
    }

    private void fallsBehind(Visitor visitor) {
        if (visitor.fallsBehind() && owner.isReached())
            owner.ask(new Ask.Behind(id, visitor.number));
    }

    private void drains(Visitor visitor, long seq) {
        boolean known = visitor.drains(seq);
        if (!owner.isReached()) return;
        if (known) owner.ask(new Ask.Drained(id, visitor.number, seq));
        else visitor.entersAgain(owner.epoch()).forEach(owner::ask);
    }

    // ---- from the owner, on any thread ----

    void told(Address from, Tell.Frame told, Encoded frame) {
        thread.execute(() -> {
            if (owner.is(from)) told(told.to(), frame);
        });
    }

    void close(Address from, long visitor, int number) {
        thread.execute(() -> {
            if (!owner.is(from)) return;
            var code = Stream.of(CloseCode.values()).filter(it -> it.number() == number).findAny();
            visitors.of(List.of(visitor)).forEach(it -> code.ifPresent(it.link::close));
        });
    }

    void headed(Address from, long seq) {
        thread.execute(() -> {
            if (owner.is(from)) head = Math.max(head, seq);
        });
    }

    /// The owner has lost the room.
    void lost(Address from) {
        thread.execute(() -> {
            if (owner.is(from)) owner.seek();
        });
    }

    /// The owner cannot be reached. Moves under way stay so: nobody knows what becomes of them.
    void silent(Address from) {
        thread.execute(() -> {
            if (!owner.is(from)) return;
            var busy = new Encoded(busy());
            visitors.all().forEach(visitor -> visitor.link.tell(busy));
            owner.seek();
        });
    }

    /// Something to or from the owner was missed.
    void missed(Address from) {
        thread.execute(() -> {
            if (owner.is(from) && !closed) owner.isBack();
        });
    }

    // ---- from the owner, on the room's thread ----

    private void told(List<Long> to, Encoded encoded) {
        var frame = encoded.frame();
        // first, so that no pong lags behind what was told
        if (frame instanceof NodeFrame.Event event) head = Math.max(head, event.seq());
        if (frame instanceof NodeFrame.Joined joined) {
            head = Math.max(head, joined.seq());
            owner.answers();
        }
        for (var visitor : visitors.of(to)) {
            boolean rid = visitor.hears(frame);
            if (visitor.wants(frame)) tell(visitor.link, encoded);
            if (rid) dismiss(visitor);
        }
    }

    private void tell(Link link, Encoded encoded) {
        switch (encoded.frame()) {
            case NodeFrame.Event event -> link.tell(id, event.seq(), encoded);
            case NodeFrame.Joined joined -> link.tell(id, joined.seq(), encoded);
            case NodeFrame.Patch patch -> link.tell(id, patch.version(), encoded);
            default -> link.tell(encoded);
        }
    }

    /// Asks an owner who may know nothing for everything again.
    void enterAgain() {
        for (var visitor : visitors.all()) visitor.entersAgain(owner.epoch()).forEach(owner::ask);
    }

    /// There is nothing to relay any more.
    void end() {
        closed = true;
        for (var visitor : visitors.all()) {
            visitors.forget(visitor);
            visitor.link.lost(id);
        }
    }

    // ---- from the node ----

    /// Whether nobody has visited it for long. One thread asks, once a second.
    boolean isIdle(long now) {
        if (visitors.count() > 0) emptySince = 0;
        else if (emptySince == 0) emptySince = now;
        return emptySince != 0 && now - emptySince > RelayLimits.IDLE.toNanos();
    }

    /// Ends unless somebody has come meanwhile.
    void endWhenEmpty(Runnable onEnd) {
        thread.execute(() -> {
            if (visitors.count() > 0) return;
            end();
            onEnd.run();
        });
    }
}

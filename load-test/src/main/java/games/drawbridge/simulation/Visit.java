package games.drawbridge.simulation;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.ClientFrame;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.model.wire.Ticket;
import games.drawbridge.realtime.room.Link;
import games.drawbridge.realtime.room.Position;
import games.drawbridge.realtime.room.Room;
import games.drawbridge.realtime.room.Rooms;
import games.drawbridge.realtime.room.Rooms.Found;
import games.drawbridge.realtime.wire.Encoded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A player's session on a node, for its ticket's room alone: it does what the socket server's does
/// with the real rooms behind it.
final class Visit implements Link {
    private final Ticket ticket;
    private final Rooms rooms;
    private final Seams seams;
    private @Nullable Wire wire;

    /// What is asked before the room is open waits here; nothing when the player is not in it.
    private @Nullable List<Consumer<Room>> waiting;

    private @Nullable Room room;
    private int entries;

    /// The newest event that went out; -1 before the player is in.
    private long seq = -1;

    Visit(Ticket ticket, Rooms rooms, Seams seams) {
        this.ticket = ticket;
        this.rooms = rooms;
        this.seams = seams;
    }

    @Override
    public PlayerId player() {
        return ticket.player();
    }

    void attach(Wire next) {
        var before = wire;
        if (before != null) detach(before);
        wire = next;
        if (before != null) before.close(CloseCode.ELSEWHERE);
    }

    boolean detach(Wire gone) {
        if (!gone.equals(wire)) return false;
        wire = null;
        ask(it -> it.gone(this));
        forget();
        return true;
    }

    boolean isAttached() {
        return wire != null;
    }

    private void forget() {
        waiting = null;
        room = null;
        seq = -1;
    }

    // ---- from the player ----

    void received(ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Hello _ -> problem(Code.BAD);
            case ClientFrame.Join(_, var epoch, var last) ->
                    join(epoch == null || last == null ? null : new Position(epoch, last));
            case ClientFrame.Move(_, var id, var body) -> {
                if (!ask(it -> seams.move(it, this, id, body)))
                    tell(new NodeFrame.Deny(id(), id, Code.NOT_SEATED, "join first", null));
            }
            case ClientFrame.Leave _ -> {
                ask(it -> it.leave(this));
                forget();
            }
            case ClientFrame.Ping(var id) -> tell(new NodeFrame.Pong(id, heads()));
        }
    }

    private void join(@Nullable Position position) {
        if (waiting == null) enter();
        seq = position == null ? -1 : position.seq();
        ask(it -> it.join(this, position));
    }

    private void enter() {
        var asked = new ArrayList<Consumer<Room>>();
        waiting = asked;
        int entry = ++entries;
        rooms.find(id(), ticket.epoch())
                .whenComplete((found, _) -> {
                    if (waiting == null || entry != entries) return;
                    switch (found) {
                        case null -> refuse(Code.INTERNAL, null);
                        case Found.Here(var here) -> open(here, asked);
                        case Found.Elsewhere _ -> refuse(Code.NOT_OWNER, CloseCode.NOT_OWNER);
                        case Found.Nowhere _ -> refuse(Code.NOT_FOUND, CloseCode.NO_SUCH_ROOM);
                    }
                });
    }

    private void open(Room here, List<Consumer<Room>> asked) {
        room = here;
        asked.forEach(it -> it.accept(here));
    }

    private void refuse(Code code, @Nullable CloseCode close) {
        var refused = waiting == null ? 0 : waiting.size();
        forget();
        if (refused > 0) problem(code);
        if (close != null) close(close);
    }

    /// @return false when the player is not in the room
    private boolean ask(Consumer<Room> request) {
        if (room != null) request.accept(room);
        else if (waiting != null) waiting.add(request);
        return waiting != null;
    }

    private Map<RoomId, Long> heads() {
        return room == null || seq < 0 ? Map.of() : seams.heads(Map.of(id(), room.head()));
    }

    void behind() {
        ask(it -> it.behind(this));
    }

    void drained() {
        ask(it -> it.drained(this, seq));
    }

    // ---- to the player ----

    private RoomId id() {
        return ticket.room();
    }

    private void tell(NodeFrame frame) {
        if (wire != null) wire.tell(frame);
    }

    private void problem(Code code) {
        tell(new NodeFrame.Problem(code, null, id()));
    }

    @Override
    public void tell(Encoded frame) {
        tell(frame.frame());
    }

    @Override
    public void tell(RoomId of, long next, Encoded frame) {
        if (wire == null || waiting == null) return;
        var real = seams.told(frame.frame());
        switch (real) {
            case NodeFrame.Joined joined -> {
                tell(joined);
                if (joined.mode() != NodeFrame.Mode.RESUMED) seq = next;
            }
            default -> {
                if (next != seq + 1 || wire.clogged) return;
                tell(real);
                seq = next;
            }
        }
    }

    @Override
    public void lost(RoomId of) {
        if (waiting == null) return;
        forget();
        problem(Code.NOT_OWNER);
        close(CloseCode.NOT_OWNER);
    }

    @Override
    public void moved(NodeFrame.Moved frame) {
        if (waiting == null) return;
        forget();
        tell(frame);
    }

    @Override
    public void close(CloseCode code) {
        if (wire != null) wire.close(code);
    }
}

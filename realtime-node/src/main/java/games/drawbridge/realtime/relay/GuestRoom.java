package games.drawbridge.realtime.relay;

import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Standing;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.room.Position;
import games.drawbridge.realtime.room.Room;
import games.drawbridge.realtime.room.Rooms.Found;
import games.drawbridge.realtime.wire.Encoded;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The guests of one relay in one room that this node owns. What the room tells several of them
/// goes to the relay once.
final class GuestRoom {
    private final RoomId id;
    private final Consumer<Tell> relay;
    private final Runnable onLost;
    private final Map<Long, Guest> guests = new HashMap<>();
    private final Queue<Ask> waiting = new ArrayDeque<>();
    private @Nullable Room room;
    private @Nullable Encoded told;
    private List<Long> to = new ArrayList<>();
    private long headTold;
    private boolean lost;

    /// @param relay gets what is told
    /// @param onLost called when the room is not this node's, or not any more
    GuestRoom(RoomId id, Consumer<Tell> relay, Runnable onLost) {
        this.id = id;
        this.relay = relay;
        this.onLost = onLost;
    }

    // ---- from the relay ----

    synchronized void ask(Ask ask) {
        if (lost) {
            if (ask instanceof Ask.Join) relay.accept(new Tell.Lost(id));
        } else if (room != null) asked(room, ask);
        else if (waiting.size() < RelayLimits.OPENING) waiting.add(ask);
        else lost(); // it will enter again, and by then the room is open
    }

    /// What became of looking for the room here.
    synchronized void found(Found found) {
        switch (found) {
            case Found.Here(var here) when here.isOpen() -> {
                room = here;
                while (!waiting.isEmpty()) asked(here, waiting.remove());
            }
            case Found.Here _ -> refuse(Code.FORBIDDEN, "the room is private");
            case Found.Nowhere _ -> refuse(Code.NOT_FOUND, "no such room");
            case Found.Elsewhere _ -> lost();
        }
    }

    private void refuse(Code code, String detail) {
        var who = waiting.stream().map(Ask::visitor).distinct().toList();
        var problem = new Encoded(new NodeFrame.Problem(code, detail, id));
        relay.accept(new Tell.Frame(id, who, problem.text()));
        forget();
    }

    private void asked(Room open, Ask ask) {
        if (ask instanceof Ask.Join join) {
            join(open, join);
            return;
        }
        var guest = guests.get(ask.visitor());
        if (guest == null) return; // the relay is about to enter again, and asks once more then
        switch (ask) {
            case Ask.Join _ -> {}
            case Ask.Move(_, _, var move, var body) -> open.move(guest, move, body);
            case Ask.BadMove(_, _, var move, var code, var detail) ->
                    open.badMove(guest, move, code, detail);
            case Ask.Leave _ -> open.leave(guest);
            case Ask.Gone _ -> gone(guest);
            case Ask.Behind _ -> open.behind(guest);
            case Ask.Drained(_, _, var seq) -> open.drained(guest, seq);
        }
    }

    private void join(Room open, Ask.Join join) {
        var standing = join.standing() == null ? Standing.PLAYER : join.standing();
        var guest =
                guests.computeIfAbsent(
                        join.visitor(),
                        visitor -> new Guest(visitor, join.player(), standing, this));
        guest.stale = false;
        var epoch = join.epoch();
        var seq = join.seq();
        var position = epoch == null || seq == null ? null : new Position(epoch, seq);
        if (join.again() && position != null) open.rejoin(guest, position);
        else open.join(guest, position);
    }

    private void gone(Guest guest) {
        guests.remove(guest.visitor);
        if (room != null) room.gone(guest);
    }

    /// Something of the relay was missed: it will speak again of every guest it still has.
    synchronized void missed() {
        guests.values().forEach(guest -> guest.stale = true);
    }

    /// The guests that it did not speak of are gone.
    synchronized void dropStale() {
        List.copyOf(guests.values()).stream().filter(guest -> guest.stale).forEach(this::gone);
    }

    /// The relay is gone, and all of them with it.
    synchronized void dropAll() {
        List.copyOf(guests.values()).forEach(this::gone);
        forget();
    }

    /// Ends when there is no guest.
    ///
    /// @return whether it did
    synchronized boolean endWhenEmpty() {
        if (room != null && guests.isEmpty()) lost = true;
        return lost;
    }

    // ---- to the relay ----

    /// On the room's thread, mostly. The same frame comes for one guest after the other.
    synchronized void tell(Guest guest, Encoded frame) {
        if (lost || !guests.containsKey(guest.visitor)) return;
        if (!frame.equals(told)) {
            flush();
            told = frame;
            if (room != null) room.afterwards(this::flush);
        }
        to.add(guest.visitor);
    }

    private synchronized void flush() {
        if (told == null) return;
        relay.accept(new Tell.Frame(id, to, told.text()));
        told = null;
        to = new ArrayList<>();
    }

    synchronized void close(Guest guest, CloseCode code) {
        flush();
        relay.accept(new Tell.Close(id, guest.visitor, code.number()));
    }

    synchronized void lost() {
        if (lost) return;
        flush();
        relay.accept(new Tell.Lost(id));
        forget();
    }

    private void forget() {
        lost = true;
        guests.clear();
        waiting.clear();
        onLost.run();
    }

    /// The newest event, when it is new since the last call.
    synchronized @Nullable Long newHead() {
        if (room == null || room.head() == headTold) return null;
        headTold = room.head();
        return headTold;
    }
}

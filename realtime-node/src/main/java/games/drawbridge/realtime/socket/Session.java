package games.drawbridge.realtime.socket;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Standing;
import games.drawbridge.model.trace.Trace;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.model.wire.Ticket;
import games.drawbridge.model.wire.WireLimits;
import games.drawbridge.realtime.online.OnlineLimits;
import games.drawbridge.realtime.relay.Relays;
import games.drawbridge.realtime.room.Entrance;
import games.drawbridge.realtime.room.Link;
import games.drawbridge.realtime.room.Position;
import games.drawbridge.realtime.room.Rooms;
import games.drawbridge.realtime.room.Rooms.Found;
import games.drawbridge.realtime.trace.Spans;
import games.drawbridge.realtime.wire.Encoded;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A player's visit to this node, through one connection after the other. Frames from the player
/// come on the connection's thread, frames to the player on the rooms'.
final class Session implements Link {
    private static final Logger LOG = Logger.getLogger(Session.class);

    private final String id;
    private final Ticket ticket;
    private final Rooms rooms;
    private final Relays relays;
    private final Spans spans;
    private final Map<RoomId, Membership> memberships = new ConcurrentHashMap<>();
    private volatile @Nullable Connection connection;

    /// Rooms that the player was sent away from. A move for one of them that was on its way is not
    /// denied, for a denial would be final: the player asks where the room is and sends it there.
    private final Set<RoomId> departed = ConcurrentHashMap.newKeySet();

    Session(String id, Ticket ticket, Rooms rooms, Relays relays, Spans spans) {
        this.id = id;
        this.spans = spans;
        this.ticket = ticket;
        this.rooms = rooms;
        this.relays = relays;
        spans.end(spans.begin(ticket.trace(), "hello"), Map.of("session", id));
    }

    String id() {
        return id;
    }

    @Override
    public PlayerId player() {
        return ticket.player();
    }

    @Override
    public @Nullable Trace trace() {
        return spans.followed(ticket.trace());
    }

    @Override
    public Standing standing(RoomId room) {
        var standing = ticket.standing();
        return room.equals(ticket.room()) ? standing : standing.elsewhere();
    }

    /// Goes on through this connection. The one before, should it still be there, is closed.
    void attach(Connection next) {
        var before = connection;
        if (before != null) detach(before);
        connection = next;
        if (before != null) before.close(CloseCode.ELSEWHERE);
    }

    /// The connection is gone: the seats are held.
    ///
    /// @return false when the session goes on through another one
    boolean detach(Connection gone) {
        if (!gone.equals(connection)) return false;
        connection = null;
        memberships.values().forEach(it -> it.ask(room -> room.gone(this), () -> {}));
        memberships.clear();
        return true;
    }

    boolean isAttached() {
        return connection != null;
    }

    boolean isAttachedTo(Connection other) {
        return other.equals(connection);
    }

    // ---- from the player ----

    void join(RoomId room, @Nullable Position position) {
        if (!memberships.containsKey(room)) {
            if (memberships.size() >= WireLimits.ROOMS) {
                problem(
                        Code.FORBIDDEN,
                        "a socket is in " + WireLimits.ROOMS + " rooms at most",
                        room);
                return;
            }
            enter(room);
        }
        at(room, member -> member.join(this, position), () -> {});
    }

    private void enter(RoomId room) {
        departed.remove(room);
        var member = new Membership();
        memberships.put(room, member);
        long epoch = room.equals(ticket.room()) ? ticket.epoch() : 0;
        var span = spans.begin(ticket.trace(), "enter");
        var _ =
                rooms.find(room, epoch)
                        .whenComplete((found, error) -> {
                            spans.end(span, Map.of("room", room.value()));
                            if (error != null) {
                                LOG.errorf(error, "room %s could not be opened", room);
                                refuse(
                                        room,
                                        member,
                                        Code.INTERNAL,
                                        "the room could not be opened",
                                        null);
                            } else entered(room, member, found);
                        });
    }

    private void entered(RoomId room, Membership member, Found found) {
        switch (found) {
            case Found.Here(var here) -> admit(room, member, here);
            case Found.Elsewhere _ when !room.equals(ticket.room()) -> relay(room, member);
            case Found.Elsewhere _ ->
                    refuse(
                            room,
                            member,
                            Code.NOT_OWNER,
                            "ask the join call where the room is",
                            CloseCode.NOT_OWNER);
            case Found.Nowhere _ ->
                    refuse(room, member, Code.NOT_FOUND, "no such room", CloseCode.NO_SUCH_ROOM);
        }
    }

    private void relay(RoomId room, Membership member) {
        var _ =
                relays.find(room)
                        .whenComplete((found, error) -> {
                            if (error != null) {
                                LOG.warnf("room %s was not found: %s", room, error.toString());
                                refuse(room, member, Code.BUSY, "try again", null);
                            } else if (found.isPresent()) {
                                admit(room, member, found.get());
                            } else {
                                refuse(room, member, Code.NOT_FOUND, "no such room", null);
                            }
                        });
    }

    private void admit(RoomId room, Membership member, Entrance entrance) {
        if (mayEnter(entrance)) member.open(entrance);
        else refuse(room, member, Code.FORBIDDEN, "the room is private", null);
    }

    private boolean mayEnter(Entrance room) {
        return room.isOpen() || room.id().equals(ticket.room());
    }

    /// Without the ticket's own room the socket is of no use, so it is closed.
    private void refuse(
            RoomId room, Membership member, Code code, String detail, @Nullable CloseCode close) {
        memberships.remove(room, member);
        if (code != Code.FORBIDDEN && code != Code.NOT_FOUND) depart(room);
        member.close();
        problem(code, detail, room);
        if (close != null && room.equals(ticket.room())) close(close);
    }

    void move(RoomId room, long move, Json body) {
        at(
                room,
                member -> member.ask(it -> it.move(this, move, body), () -> notSeated(room, move)),
                () -> notSeated(room, move));
    }

    void badMove(RoomId room, long move, Code code, String detail) {
        at(
                room,
                member ->
                        member.ask(
                                it -> it.badMove(this, move, code, detail),
                                () -> notSeated(room, move)),
                () -> notSeated(room, move));
    }

    private void notSeated(RoomId room, long move) {
        if (departed.contains(room)) return;
        tell(new Encoded(new NodeFrame.Deny(room, move, Code.NOT_SEATED, "join first", null)));
    }

    void leave(RoomId room) {
        at(
                room,
                member -> {
                    member.ask(it -> it.leave(this), () -> {});
                    memberships.remove(room, member);
                },
                () -> problem(Code.NOT_SEATED, "not in that room", room));
    }

    private void at(RoomId room, Consumer<Membership> member, Runnable otherwise) {
        var found = memberships.get(room);
        if (found == null) otherwise.run();
        else member.accept(found);
    }

    /// Some rooms that it is in.
    List<RoomId> rooms() {
        return memberships.keySet().stream()
                .sorted(Comparator.comparing(RoomId::value))
                .limit(OnlineLimits.ROOMS)
                .toList();
    }

    /// The newest seq of every room this session is in.
    Map<RoomId, Long> heads() {
        var heads = new LinkedHashMap<RoomId, Long>();
        memberships.forEach((room, member) -> {
            var open = member.room();
            if (open != null && member.isIn()) heads.put(room, open.head());
        });
        return heads;
    }

    /// The connection cannot take more events for now.
    void behind() {
        memberships.values().forEach(it -> it.ask(room -> room.behind(this), () -> {}));
    }

    /// The connection can take events again.
    void drained() {
        memberships
                .values()
                .forEach(it -> {
                    long seq = it.takesAgain();
                    it.ask(room -> room.drained(this, seq), () -> {});
                });
    }

    // ---- to the player ----

    @Override
    public void tell(Encoded frame) {
        var open = connection;
        if (open != null) open.send(frame);
    }

    @Override
    public void tell(RoomId room, long seq, Encoded frame) {
        var open = connection;
        var member = memberships.get(room);
        if (open == null || member == null) return;
        switch (frame.frame()) {
            case NodeFrame.Joined joined -> {
                open.send(frame);
                member.joined(joined);
            }
            case NodeFrame.Patch _ -> member.patch(seq, () -> open.offer(frame));
            default -> member.offer(seq, () -> open.offer(frame));
        }
    }

    private void problem(Code code, String detail, RoomId room) {
        tell(new Encoded(new NodeFrame.Problem(code, detail, room)));
    }

    @Override
    public void lost(RoomId room) {
        if (!memberships.containsKey(room)) return;
        depart(room);
        memberships.remove(room);
        problem(Code.NOT_OWNER, "ask the join call where the room is", room);
        if (room.equals(ticket.room())) close(CloseCode.NOT_OWNER);
    }

    @Override
    public void moved(NodeFrame.Moved frame) {
        if (!memberships.containsKey(frame.room())) return;
        depart(frame.room());
        memberships.remove(frame.room());
        tell(new Encoded(frame));
    }

    /// Before the room is forgotten, so that no move finds neither.
    private void depart(RoomId room) {
        if (departed.size() >= WireLimits.ROOMS) departed.clear();
        departed.add(room);
    }

    @Override
    public void close(CloseCode code) {
        var open = connection;
        if (open != null) open.close(code);
    }
}

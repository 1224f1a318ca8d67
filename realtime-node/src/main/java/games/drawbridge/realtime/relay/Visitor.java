package games.drawbridge.realtime.relay;

import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.model.wire.WireLimits;
import games.drawbridge.realtime.room.Link;
import games.drawbridge.realtime.room.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One session in a relayed room, as its own node sees it: what it has had, and what it still waits
/// for, so that it can enter again at any owner.
final class Visitor {
    final long number;
    final Link link;
    private final RoomId room;

    /// Moves that are not answered yet, in the order they came. A repeat of one is answered again
    /// and never applied again, so they may be asked as often as need be.
    private final Map<Long, Ask> unanswered = new LinkedHashMap<>();

    /// Up to where it has been told; nothing before it is in.
    private @Nullable Position position;

    private boolean in;
    private boolean wasIn;
    private boolean leaving;
    private boolean behind;

    /// Whether the owner does not know that the visitor is behind, or was.
    private boolean behindUnknown;

    Visitor(long number, Link link, RoomId room) {
        this.number = number;
        this.link = link;
        this.room = room;
    }

    // ---- what it asks ----

    /// It enters by itself, with the position that it names.
    Ask enters(@Nullable Position from, long under) {
        position = from;
        in = false;
        wasIn = false;
        return join(under);
    }

    /// All that has to be asked of an owner who may know nothing of it.
    List<Ask> entersAgain(long under) {
        in = false;
        behindUnknown = behind;
        var asks = new ArrayList<Ask>();
        asks.add(join(under));
        asks.addAll(unanswered.values());
        if (leaving) asks.add(new Ask.Leave(room, number));
        return asks;
    }

    private Ask join(long under) {
        var from = position;
        return new Ask.Join(
                room,
                number,
                link.player(),
                link.standing(room),
                under,
                wasIn,
                from == null ? null : from.epoch(),
                from == null ? null : from.seq());
    }

    /// Remembers a move until it is answered.
    ///
    /// @return false when too many are unanswered
    boolean asks(long id, Ask move) {
        if (unanswered.size() >= WireLimits.UNANSWERED && !unanswered.containsKey(id)) return false;
        unanswered.put(id, move);
        return true;
    }

    boolean waitsFor(long id) {
        return unanswered.containsKey(id);
    }

    void leaves() {
        leaving = true;
    }

    boolean isLeaving() {
        return leaving;
    }

    /// It cannot take more.
    ///
    /// @return whether the owner can be told so
    boolean fallsBehind() {
        behind = true;
        behindUnknown = !in;
        return in;
    }

    /// It can take more again, after `seq`.
    ///
    /// @return whether it is enough to tell the owner so; if not, it has to enter again from there
    boolean drains(long seq) {
        var from = position;
        if (from != null) position = new Position(from.epoch(), seq);
        behind = false;
        boolean known = !behindUnknown;
        behindUnknown = false;
        return known;
    }

    // ---- what it is told ----

    /// @return whether it is rid of the room with this frame
    boolean hears(NodeFrame frame) {
        switch (frame) {
            case NodeFrame.Joined joined -> joined(joined);
            case NodeFrame.Event event -> happened(event);
            case NodeFrame.Ack ack -> unanswered.remove(ack.id());
            case NodeFrame.Deny deny -> unanswered.remove(deny.id());
            case NodeFrame.Problem _ -> {
                return !in;
            }
            case NodeFrame.Member member -> {
                return member.player().equals(link.player())
                        && member.status() == NodeFrame.Member.Status.LEFT;
            }
            default -> {}
        }
        return false;
    }

    private void joined(NodeFrame.Joined joined) {
        var from = position;
        long seq =
                from != null && joined.mode() == NodeFrame.Mode.RESUMED ? from.seq() : joined.seq();
        position = new Position(joined.epoch(), seq);
        in = true;
        wasIn = true;
    }

    private void happened(NodeFrame.Event event) {
        var id = event.id();
        if (id != null && link.player().equals(event.by())) unanswered.remove(id);
        var from = position;
        if (from != null && !behind && event.seq() == from.seq() + 1)
            position = new Position(Math.max(from.epoch(), event.epoch()), event.seq());
    }

    /// Whether this frame is still of interest to the player.
    boolean wants(NodeFrame frame) {
        return !leaving || frame instanceof NodeFrame.Member;
    }
}

package games.drawbridge.realtime.room;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.trace.Trace;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.model.wire.NodeFrame.Member.Status;
import games.drawbridge.realtime.wire.Encoded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who is in a room, and what they are told.
final class Crowd {
    private final RoomId room;
    private final Gate gate;
    private final boolean crowded;
    private final Map<PlayerId, Presence> presences = new LinkedHashMap<>();
    private List<Out> out = new ArrayList<>();
    private boolean counted;
    private boolean watched;
    private Instant heldUntil = Instant.MAX;

    /// @param crowded whether nobody is told who comes and goes
    Crowd(RoomId room, Gate gate, boolean crowded) {
        this.crowded = crowded;
        this.room = room;
        this.gate = gate;
    }

    /// What has been wanted since the last call.
    List<Out> drain() {
        var wanted = out;
        out = new ArrayList<>();
        return wanted;
    }

    void want(Out wish) {
        out.add(wish);
    }

    // ---- who ----

    Presence sitDown(PlayerId player, long lastMove, Instant heldUntil) {
        var presence = new Presence(player, lastMove, heldUntil);
        presences.put(player, presence);
        counted = false;
        return presence;
    }

    void remove(Presence presence) {
        presences.remove(presence.player);
        counted = false;
    }

    Optional<Presence> of(PlayerId player) {
        return Optional.ofNullable(presences.get(player));
    }

    /// The presence that this link leads to. Another session of the same player is not it.
    Optional<Presence> of(Link link) {
        return of(link.player()).filter(presence -> presence.isLinkedTo(link));
    }

    /// A copy, for who changes something meanwhile.
    List<Presence> all() {
        return List.copyOf(presences.values());
    }

    /// The same without a copy.
    Iterable<Presence> each() {
        return presences.values();
    }

    int size() {
        return presences.size();
    }

    /// The way on which a player came, if it is followed.
    @Nullable Trace trace(@Nullable PlayerId player) {
        if (player == null) return null;
        return of(player).map(it -> it.link).map(Link::trace).orElse(null);
    }

    List<Link> links() {
        return presences.values().stream().flatMap(it -> Stream.ofNullable(it.link)).toList();
    }

    /// When the first seat that nobody came back to is free; [Instant#MAX] when none will be.
    Instant heldUntil() {
        count();
        return heldUntil;
    }

    /// Whether anybody is linked.
    boolean isWatched() {
        count();
        return watched;
    }

    /// Looks at everybody only after somebody came or went: rooms ask after every input, and some
    /// are large.
    private void count() {
        if (counted) return;
        counted = true;
        watched = false;
        heldUntil = Instant.MAX;
        for (var presence : presences.values())
            if (presence.link != null) watched = true;
            else if (presence.heldUntil.isBefore(heldUntil)) heldUntil = presence.heldUntil;
    }

    void link(Presence presence, Link link) {
        presence.link = link;
        counted = false;
    }

    /// The player's link is gone; the seat is held.
    void unlink(Presence presence, Instant until) {
        presence.unlink(until);
        counted = false;
    }

    List<NodeFrame.Member.Seat> members() {
        if (crowded) return List.of();
        return presences.values().stream().map(Presence::seat).toList();
    }

    // ---- telling ----

    /// Tells these links, in the room's order where the frame has a place in it.
    static void tell(RoomId room, Iterable<Link> links, NodeFrame frame) {
        var encoded = new Encoded(frame);
        switch (frame) {
            case NodeFrame.Event event -> links.forEach(it -> it.tell(room, event.seq(), encoded));
            case NodeFrame.Joined joined ->
                    links.forEach(it -> it.tell(room, joined.seq(), encoded));
            case NodeFrame.Patch patch ->
                    links.forEach(it -> it.tell(room, patch.version(), encoded));
            default -> links.forEach(it -> it.tell(encoded));
        }
    }

    /// Has the link's connection closed.
    void close(Link link, CloseCode why) {
        want(new Out.Close(link, why));
    }

    void tell(Link link, NodeFrame frame) {
        want(new Out.Tell(List.of(link), frame));
    }

    /// Tells a seated player; not before their `joined`.
    void tell(Presence presence, NodeFrame frame) {
        Link link = presence.link;
        if (link == null) return;
        if (presence.isEntering()) presence.held.add(frame);
        else tell(link, frame);
    }

    /// Answers behind everything that was decided before.
    void answer(Presence presence, NodeFrame frame) {
        gate.then(() -> tell(presence, frame));
    }

    /// Tells who is there.
    void tellAll(Link link) {
        if (!crowded) presences.values().forEach(it -> tell(link, it.frame(room)));
    }

    void tellHeld(Presence presence) {
        var held = List.copyOf(presence.held);
        presence.held.clear();
        held.forEach(frame -> tell(presence, frame));
    }

    void tellOthers(PlayerId player, Status status) {
        if (crowded) return;
        gate.then(() -> {
            var others =
                    presences.values().stream()
                            .filter(it -> !it.player.equals(player))
                            .filter(it -> it.feed == Presence.Feed.LIVE)
                            .flatMap(it -> Stream.ofNullable(it.link))
                            .toList();
            if (!others.isEmpty())
                want(new Out.Tell(others, new NodeFrame.Member(room, player, status)));
        });
    }
}

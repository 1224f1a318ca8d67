package games.drawbridge.realtime.room;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Blocks;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.model.wire.NodeFrame.Mode;
import games.drawbridge.model.wire.NodeFrame.Why;
import games.drawbridge.model.wire.WireLimits;
import games.drawbridge.realtime.log.Batch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How events reach the links: as they happen, or from the log for who missed some.
final class Feeds<S, M, E> {
    private final RoomId room;
    private final Game<S, M, E> game;
    private final RoomState<S, M, E> state;
    private final History history;
    private final Gate gate;
    private final Crowd crowd;
    private final long epoch;
    private long head;

    Feeds(
            RoomId room,
            Game<S, M, E> game,
            RoomState<S, M, E> state,
            History history,
            Gate gate,
            Crowd crowd,
            long epoch) {
        this.room = room;
        this.game = game;
        this.state = state;
        this.history = history;
        this.gate = gate;
        this.crowd = crowd;
        this.epoch = epoch;
        this.head = state.seq();
    }

    /// The newest event that is safe.
    long head() {
        return head;
    }

    /// The newest event that is told; of a latest-value room none is.
    long told() {
        return game.tellsValues() ? 0 : head;
    }

    /// Remembers that this epoch writes the entry's events.
    void logged(Entry<Json> entry) {
        history.add(epoch, entry);
    }

    /// Tells the events of an entry that is safe: one frame for all who see the same. Of a
    /// latest-value room nobody is told events.
    void happened(Entry<E> entry, Entry<Json> logged) {
        head = logged.seq();
        if (game.tellsValues()) return;
        for (int i = 0; i < entry.events().size(); i++) {
            E event = entry.events().get(i);
            Json body = logged.events().get(i);
            long seq = logged.firstSeq() + i;
            List<Link> all = new ArrayList<>(crowd.size());
            var others = tellApart(event, logged.cause().by(), seq, all);
            if (!all.isEmpty()) tell(all, logged, seq, body, event);
            others.forEach((shown, links) -> tell(links, logged, seq, game.json(shown), shown));
        }
    }

    private void tell(List<Link> links, Entry<Json> logged, long seq, Json seen, Object shown) {
        var frame = game.event(room, epoch, logged, seq, seen);
        crowd.want(new Out.Tell(links, Game.seen(frame, shown)));
    }

    /// @param all gets the links of those who see the event as it is: in most games everybody
    /// @return the links of those who see something else, by what they see
    private Map<Object, List<Link>> tellApart(
            E event, @Nullable PlayerId by, long seq, List<Link> all) {
        Map<Object, List<Link>> others = Map.of();
        boolean said = game.isSaid(event, by); // else nobody's blocks are of interest
        for (var presence : crowd.each()) {
            Link link = presence.link;
            if (link == null || !presence.hears(seq)) continue;
            presence.sent = seq;
            var blocks = said ? presence.blocks(room) : Blocks.NONE;
            var shown = game.shown(event, by, presence.player, blocks);
            if (shown.equals(event)) {
                all.add(link);
            } else {
                if (others.isEmpty()) others = new LinkedHashMap<>();
                others.computeIfAbsent(shown, _ -> new ArrayList<>()).add(link);
            }
        }
        return others;
    }

    /// Lets a link in: with the state, or from where it was if everything since can be replayed.
    void enter(Presence presence, Link link, @Nullable Position position) {
        presence.feed = Presence.Feed.NONE;
        presence.joins++;
        if (game.tellsValues() && position != null) {
            show(presence, Mode.RESET, Why.GAP);
        } else if (position == null) {
            presence.startOver(state.lastMove(presence.player));
            show(presence, Mode.FRESH, null);
        } else {
            presence.from = position;
            presence.sent = position.seq();
            presence.feed = Presence.Feed.REPLAYING;
            ask(presence, link);
        }
    }

    /// Whether all that the client saw was kept. Only the log's last owner can tell.
    private boolean hasKept(@Nullable Position position) {
        return position == null
                || (position.epoch() <= epoch && position.seq() <= head && history.has(position));
    }

    /// Asks for what the link misses, and whether the room is still this owner's: one that has lost
    /// it without knowing would tell of losses that there are none. All that is safe by now must be
    /// in the answer.
    private void ask(Presence presence, Link link) {
        presence.asked = head;
        crowd.want(new Out.Replay(link, presence.sent));
    }

    /// Gives the link the whole state, and from then on the events.
    private void show(Presence presence, Mode mode, @Nullable Why why) {
        Link link = presence.link;
        if (link == null) return;
        long seq = state.seq();
        long lastMove = state.lastMove(presence.player);
        var view = game.json(state.view(presence.player, presence.blocks(room)));
        long join = presence.joins;
        presence.sent = seq;
        presence.feed = Presence.Feed.NONE;
        gate.then(() -> {
            if (!presence.isLinkedTo(link) || presence.joins != join) return;
            presence.feed = Presence.Feed.LIVE;
            crowd.tell(link, joined(mode, game.tellsValues() ? 0 : seq, view, lastMove, why));
            crowd.tellHeld(presence);
        });
    }

    private NodeFrame joined(
            Mode mode, long seq, @Nullable Json view, long lastMove, @Nullable Why why) {
        var kind = state.kind().name();
        var members = crowd.members();
        return new NodeFrame.Joined(room, kind, mode, epoch, seq, view, members, lastMove, why);
    }

    void behind(Presence presence) {
        if (presence.feed == Presence.Feed.LIVE) presence.feed = Presence.Feed.BEHIND;
    }

    /// Goes on after `seq`, the newest event that the link did take.
    void drained(Presence presence, long seq) {
        Link link = presence.link;
        if (link == null || presence.feed != Presence.Feed.BEHIND) return;
        presence.sent = seq;
        presence.feed = Presence.Feed.CATCHING_UP;
        ask(presence, link);
    }

    /// All or nothing: every event up to the head, or the state.
    void replay(Presence presence, List<Batch> batches) {
        Link link = presence.link;
        boolean joining = presence.feed == Presence.Feed.REPLAYING;
        if (link == null || !(joining || presence.feed == Presence.Feed.CATCHING_UP)) return;

        var missed = missed(presence, batches);
        long bytes = missed.stream().mapToLong(event -> event.body().text().length()).sum();
        long found = missed.stream().filter(event -> event.seq() <= presence.asked).count();
        if (joining && !hasKept(presence.from)) {
            show(presence, Mode.RESET, Why.LOST);
        } else if (missed.size() > WireLimits.REPLAY_EVENTS
                || bytes > WireLimits.REPLAY_BYTES
                || found < presence.asked - presence.sent) { // the log does not reach back so far
            show(presence, Mode.RESET, joining ? Why.GAP : Why.SLOW);
        } else if (missed.size() < head - presence.sent) {
            ask(presence, link); // something happened meanwhile
        } else {
            presence.sent = head;
            presence.feed = Presence.Feed.LIVE;
            if (joining) crowd.tell(link, joined(Mode.RESUMED, head, null, presence.applied, null));
            missed.forEach(event -> crowd.tell(link, event));
            if (joining) crowd.tell(link, new NodeFrame.Live(room, head));
            else crowd.tellAll(link);
            crowd.tellHeld(presence);
        }
    }

    private List<NodeFrame.Event> missed(Presence presence, List<Batch> batches) {
        return batches.stream()
                .flatMap(batch -> missed(presence, batch))
                .filter(event -> event.seq() > presence.sent && event.seq() <= head)
                .toList();
    }

    private Stream<NodeFrame.Event> missed(Presence presence, Batch batch) {
        return batch.entries().stream()
                .flatMap(entry ->
                        game.told(room, batch, entry, presence.player, presence.blocks(room)));
    }
}

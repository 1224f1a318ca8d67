package games.drawbridge.realtime.room;

import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.LatestValue;
import games.drawbridge.model.room.LatestValue.Spot;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.model.wire.NodeFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How the values of a latest-value room reach those who look at them: what changed in a cell since
/// the last time goes out as one frame for all who look at that cell. In other rooms it does
/// nothing.
final class Patches<S, M, E> {
    /// Between two frames of one cell: four a second look like motion.
    private static final Duration EVERY = Duration.ofMillis(250);

    private final RoomId room;
    private final Game<S, M, E> game;
    private final @Nullable LatestValue<S, M, E> rules;
    private final RoomState<S, M, E> state;
    private final Gate gate;
    private final Crowd crowd;
    private final Map<String, Cell> cells = new HashMap<>();
    private final Set<Cell> changed = new LinkedHashSet<>();
    private Instant next = Instant.MIN;

    Patches(RoomId room, Game<S, M, E> game, RoomState<S, M, E> state, Gate gate, Crowd crowd) {
        this.room = room;
        this.game = game;
        this.rules = game.rules() instanceof LatestValue<S, M, E> values ? values : null;
        this.state = state;
        this.gate = gate;
        this.crowd = crowd;
        var _ = state.drainChanges(); // of the log: nobody has looked yet
    }

    // ---- who looks where ----

    /// Shows a player who has just joined what is theirs to see.
    void enter(Presence presence) {
        leave(presence);
        if (rules != null) look(presence, rules.home(state.state(), presence.player), rules);
    }

    /// Looks nowhere any more.
    void leave(Presence presence) {
        presence.cells.forEach(name -> unwatch(name, presence));
        presence.cells = Set.of();
    }

    /// Does what a move asks for if it only says where the player looks. That is nobody else's
    /// business, and not the log's.
    ///
    /// @return whether it did
    boolean look(Presence presence, M move) {
        if (rules == null) return false;
        var wanted = rules.look(state.state(), move, presence.player);
        if (wanted.isEmpty()) return false;
        var all = new LinkedHashSet<>(rules.home(state.state(), presence.player));
        all.addAll(wanted.get());
        look(presence, all, rules);
        return true;
    }

    /// What comes into sight is told, and what goes out of it is taken away.
    private void look(Presence presence, Set<String> wanted, LatestValue<S, M, E> values) {
        var before = presence.cells;
        presence.cells = Set.copyOf(wanted);
        for (var name : before)
            if (!wanted.contains(name)) {
                tell(presence, cell(name, values).emptied());
                unwatch(name, presence);
            }
        for (var name : wanted)
            if (!before.contains(name)) {
                var cell = cell(name, values);
                cell.watchers.put(presence, version());
                tell(presence, cell.whole());
            }
    }

    private Cell cell(String name, LatestValue<S, M, E> values) {
        return cells.computeIfAbsent(name, it -> new Cell(it, values));
    }

    private void unwatch(String name, Presence presence) {
        var cell = cells.get(name);
        if (cell == null) return;
        cell.watchers.remove(presence);
        if (!cell.watchers.isEmpty()) return;
        cells.remove(name);
        changed.remove(cell);
    }

    private void tell(Presence presence, NodeFrame.Patch patch) {
        Link link = presence.link;
        if (link == null || patch.set().isEmpty()) return;
        gate.then(() -> {
            if (presence.isLinkedTo(link)) crowd.tell(link, patch);
        });
    }

    // ---- what changes ----

    /// Notes what the newest entry changed where somebody looks.
    void happened() {
        for (Spot spot : state.drainChanges()) {
            var cell = cells.get(spot.cell());
            if (cell == null) continue;
            cell.dirty.add(spot.key());
            cell.whole = null;
            changed.add(cell);
        }
    }

    /// Tells what changed, unless it is too early. Values are those of now, so they wait for all
    /// that was decided by now to be safe.
    void flush(Instant now) {
        if (changed.isEmpty() || now.isBefore(next)) return;
        next = now.plus(EVERY);
        for (var cell : changed) {
            cell.untold.add(cell.patch());
            gate.then(cell::tell);
        }
        changed.clear();
    }

    /// [Instant#MAX] when nothing waits.
    Instant nextFlush() {
        return changed.isEmpty() ? Instant.MAX : next;
    }

    /// Tells a player who could take nothing for a while all they missed since a version at once.
    ///
    /// @return false where players are told events
    boolean drained(Presence presence, long since) {
        if (rules == null) return false;
        if (presence.feed == Presence.Feed.BEHIND) presence.feed = Presence.Feed.LIVE;
        var seen = presence.cells.stream().flatMap(name -> Stream.ofNullable(cells.get(name)));
        tellMissed(presence, seen.toList(), since);
        return true;
    }

    private void tellMissed(Presence presence, List<Cell> seen, long since) {
        if (seen.stream().allMatch(cell -> cell.remembers(presence, since)))
            seen.forEach(cell -> tell(presence, cell.since(since)));
        else tellAgain(presence, seen);
    }

    private void tellAgain(Presence presence, List<Cell> seen) {
        Link link = presence.link;
        if (link == null) return;
        var empty = new NodeFrame.Patch(room, version(), Map.of(), true);
        gate.then(() -> {
            if (presence.isLinkedTo(link)) crowd.tell(link, empty);
        });
        seen.forEach(cell -> tell(presence, cell.whole()));
    }

    /// Versions grow with the log: a patch of one version has all values up to it.
    private long version() {
        return state.seq();
    }

    /// A part of the state that somebody looks at.
    private final class Cell {
        /// Changes remembered for who is behind: twice the keys of a busy cell.
        private static final int MEMORY = 512;

        private final String name;
        private final LatestValue<S, M, E> values;

        /// Since which version each looks here.
        private final Map<Presence, Long> watchers = new LinkedHashMap<>();

        /// At which version each value was last told to have changed, oldest first.
        private final LinkedHashMap<String, Long> history = new LinkedHashMap<>();

        private final Set<String> dirty = new LinkedHashSet<>();

        /// Patches behind the gate, oldest first: who looks away now does not hear them.
        private final Deque<NodeFrame.Patch> untold = new ArrayDeque<>();

        private long forgotten = -1;
        private NodeFrame.@Nullable Patch whole;

        Cell(String name, LatestValue<S, M, E> values) {
            this.name = name;
            this.values = values;
        }

        /// All its values; the same frame for all who come while nothing changes.
        NodeFrame.Patch whole() {
            var known = whole;
            if (known == null) {
                var set = new LinkedHashMap<String, @Nullable Json>();
                values.values(state.state(), name)
                        .forEach((key, value) -> set.put(key, game.json(value)));
                known = new NodeFrame.Patch(room, version(), set, null);
                whole = known;
            }
            return known;
        }

        /// Takes all its values away, those as well that are gone without having been told so.
        NodeFrame.Patch emptied() {
            var set = new LinkedHashMap<String, @Nullable Json>();
            values.values(state.state(), name).keySet().forEach(key -> set.put(key, null));
            dirty.forEach(key -> set.put(key, null));
            for (var patch : untold) patch.set().keySet().forEach(key -> set.put(key, null));
            return new NodeFrame.Patch(room, version(), set, null);
        }

        /// What changed since the last time.
        NodeFrame.Patch patch() {
            var patch = of(dirty);
            for (var key : dirty) {
                history.remove(key);
                history.put(key, version());
            }
            dirty.clear();
            forget();
            return patch;
        }

        private void forget() {
            var oldest = history.entrySet().iterator();
            for (int n = history.size(); n > MEMORY; n--) {
                forgotten = oldest.next().getValue();
                oldest.remove();
            }
        }

        boolean remembers(Presence presence, long since) {
            return forgotten <= since && watchers.getOrDefault(presence, Long.MAX_VALUE) <= since;
        }

        NodeFrame.Patch since(long version) {
            var keys = new ArrayList<String>();
            history.forEach((key, at) -> {
                if (at > version) keys.add(key);
            });
            return of(keys);
        }

        private NodeFrame.Patch of(Collection<String> keys) {
            var set = new LinkedHashMap<String, @Nullable Json>();
            for (var key : keys) {
                var value = values.value(state.state(), new Spot(name, key));
                set.put(key, value == null ? null : game.json(value));
            }
            return new NodeFrame.Patch(room, version(), set, null);
        }

        /// Tells the next patch to all who look here by now.
        void tell() {
            var patch = untold.remove();
            List<Link> links = new ArrayList<>();
            for (var presence : watchers.keySet()) {
                Link link = presence.link;
                if (link != null && presence.feed == Presence.Feed.LIVE) links.add(link);
            }
            if (!links.isEmpty()) crowd.want(new Out.Tell(links, patch));
        }
    }
}

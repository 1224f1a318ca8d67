package games.drawbridge.simulation;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.title.Title;
import games.drawbridge.realtime.archive.Manifest;
import games.drawbridge.realtime.archive.Manifest.Segment;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.placement.RoomsTable.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The Rooms table: heads, seats, segments, effects; each method is one conditional write or one
/// read.
final class RoomRows {
    /// How old a read may be that does not ask for the newest.
    private static final long STALE = 500_000_000;

    private final Agenda agenda;
    private final Map<RoomId, Placement> heads = new HashMap<>();
    private final Set<RoomId> over = new HashSet<>();
    private final Map<RoomId, Long> movedAt = new HashMap<>();
    private final Map<RoomId, Set<PlayerId>> seats = new HashMap<>();
    private final Map<RoomId, List<Segment>> segments = new HashMap<>();
    private final Map<RoomId, TreeMap<String, Effect>> effects = new HashMap<>();

    RoomRows(Agenda agenda) {
        this.agenda = agenda;
    }

    void create(Placement placement) {
        heads.put(placement.room(), placement);
    }

    Placement head(RoomId room) {
        return Optional.ofNullable(heads.get(room)).orElseThrow();
    }

    boolean isOver(RoomId room) {
        return over.contains(room);
    }

    /// The epoch as a read says that may be a moment old.
    long epoch(RoomId room, boolean stale) {
        long epoch = head(room).epoch();
        boolean fresh = agenda.now() - movedAt.getOrDefault(room, 0L) < STALE;
        return stale && fresh && epoch > 1 ? epoch - 1 : epoch;
    }

    boolean sat(RoomId room, PlayerId player) {
        return seats.getOrDefault(room, Set.of()).contains(player);
    }

    void seat(RoomId room, PlayerId player) {
        seats.computeIfAbsent(room, _ -> new HashSet<>()).add(player);
    }

    boolean tell(Placement placement, Summary summary) {
        if (head(placement.room()).epoch() != placement.epoch()) return false;
        if (summary.over()) over.add(placement.room());
        return true;
    }

    /// Gives the room to `next` on condition that its epoch is still `seen`; an earlier try of the
    /// same may have arrived.
    boolean move(long seen, Placement next) {
        var now = head(next.room());
        if (now.epoch() != seen)
            return now.epoch() == next.epoch() && now.generation().equals(next.generation());
        heads.put(next.room(), next.with(now.manifest()));
        movedAt.put(next.room(), agenda.now());
        return true;
    }

    /// @param onRenewed told when it is this call that takes the next epoch
    Optional<Placement> renew(Placement placement, Consumer<Placement> onRenewed) {
        var now = head(placement.room());
        if (now.epoch() == placement.epoch() && isOf(now, placement)) {
            var owner =
                    new Candidate(
                            now.node(),
                            now.generation(),
                            0,
                            Candidate.State.OK,
                            Title.TITLE.versions());
            move(now.epoch(), now.next(owner));
            onRenewed.accept(head(placement.room()));
        }
        return Optional.of(head(placement.room())).filter(it -> isOf(it, placement));
    }

    private static boolean isOf(Placement one, Placement other) {
        return one.generation().equals(other.generation());
    }

    // ---- the archive ----

    boolean archived(Placement placement, Manifest after, Optional<Segment> segment) {
        var now = head(placement.room());
        boolean same = now.epoch() == placement.epoch();
        if (!same || !Objects.equals(now.manifest().archived(), placement.manifest().archived()))
            return same && now.manifest().equals(after);
        heads.put(placement.room(), now.with(after));
        segment.ifPresent(
                it -> segments.computeIfAbsent(placement.room(), _ -> new ArrayList<>()).add(it));
        return true;
    }

    List<Segment> segments(RoomId room, long seq) {
        return segments.getOrDefault(room, List.of()).stream()
                .filter(it -> it.object().seq() > seq)
                .sorted(
                        Comparator.<Segment>comparingLong(it -> it.object().seq())
                                .thenComparing(Segment::last))
                .toList();
    }

    void forget(RoomId room, List<Segment> gone) {
        segments.getOrDefault(room, new ArrayList<>()).removeAll(gone);
    }

    // ---- effects ----

    void effect(RoomId room, Entry<Json> entry, int n) {
        effects.computeIfAbsent(room, _ -> new TreeMap<>())
                .putIfAbsent(entry.seq() + "#" + n, entry.effects().get(n));
    }

    Map<String, Effect> effects(RoomId room) {
        return effects.getOrDefault(room, new TreeMap<>());
    }
}

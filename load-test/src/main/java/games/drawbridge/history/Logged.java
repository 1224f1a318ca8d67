package games.drawbridge.history;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.realtime.log.Batch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A room's final log, looked through once: what each event was, and where each move stands.
final class Logged {

    /// One event as the log has it.
    record Event(long epoch, long seq, @Nullable PlayerId by, @Nullable Long id, String hash) {

        boolean is(Line.Told told) {
            return epoch == told.epoch()
                    && isSame(by, told.by())
                    && isSame(id, told.id())
                    && hash.equals(told.hash());
        }

        private static boolean isSame(@Nullable Object one, @Nullable Object other) {
            return one == null ? other == null : one.equals(other);
        }
    }

    /// A player's move, by the id that the player gave it.
    record Move(PlayerId player, long id) {}

    /// Where a move stands.
    ///
    /// @param position of its entry among all entries
    /// @param seq of its newest event
    record Place(int position, long epoch, long seq, @Nullable String hash) {}

    private final BiConsumer<Integer, String> violation;
    private final List<Event> events = new ArrayList<>();
    private final Map<Move, List<Place>> moves = new HashMap<>();
    private final Map<PlayerId, Long> lastMoves = new HashMap<>();
    private int entries;

    /// @param violation told an invariant's number and what is wrong
    Logged(List<Batch> batches, BiConsumer<Integer, String> violation) {
        this.violation = violation;
        Batch before = null;
        for (Batch batch : batches) {
            if (before != null && !batch.id().isAfter(before.id()))
                violation.accept(3, "batch " + batch.id() + " stands after " + before.id());
            before = batch;
            for (var entry : batch.entries()) add(batch.epoch(), entry);
        }
    }

    private void add(long epoch, Entry<Json> entry) {
        entries++;
        if (entry.firstSeq() != events.size() + 1)
            violation.accept(
                    3, "after event " + events.size() + " of the log comes " + entry.firstSeq());
        Long id = null;
        switch (entry.cause()) {
            case Cause.Moved moved -> {
                id = moved.id();
                moved(moved, epoch, entry);
            }
            case Cause.Left left -> lastMoves.remove(left.by());
            case Cause.Opened _,
                    Cause.Sat _,
                    Cause.Rang _,
                    Cause.Bought _,
                    Cause.Told _,
                    Cause.Closed _ -> {}
        }
        for (var body : entry.events())
            events.add(
                    new Event(
                            epoch,
                            events.size() + 1L,
                            entry.cause().by(),
                            id,
                            Hash.of(body.text())));
    }

    private void moved(Cause.Moved moved, long epoch, Entry<Json> entry) {
        Long before = lastMoves.put(moved.by(), moved.id());
        if (before != null && before >= moved.id())
            violation.accept(
                    2,
                    "move %d of %s stands after their move %d, at seq %d in epoch %d"
                            .formatted(moved.id(), moved.by(), before, entry.seq(), epoch));
        var hash = entry.events().isEmpty() ? null : Hash.of(entry.events().getFirst().text());
        moves.computeIfAbsent(new Move(moved.by(), moved.id()), _ -> new ArrayList<>())
                .add(new Place(entries, epoch, entry.seq(), hash));
    }

    long head() {
        return events.size();
    }

    Optional<Event> event(long seq) {
        return seq >= 1 && seq <= events.size()
                ? Optional.of(events.get((int) seq - 1))
                : Optional.empty();
    }

    /// Whether an owner of that epoch that knew events up to `seq` knew the log's own.
    boolean has(long epoch, long seq) {
        return seq == 0 || event(seq).filter(event -> event.epoch() <= epoch).isPresent();
    }

    /// Where the move stands; more than once when a player left and came back.
    List<Place> places(Move move) {
        return moves.getOrDefault(move, List.of());
    }
}

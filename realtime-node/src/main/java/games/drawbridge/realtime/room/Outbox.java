package games.drawbridge.realtime.room;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.trace.Trace;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.placement.Records;
import games.drawbridge.realtime.placement.RoomsTable.Summary;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What a room leaves in the tables: who sat in it, the effects of its rules, its own summary. On
/// the room's thread.
final class Outbox {
    /// How often a room's head alone is worth a write.
    private static final Duration TELL_HEAD = Duration.ofSeconds(10);

    private final Placement placement;
    private final Records records;
    private final InstantSource clock;
    private CompletableFuture<Void> carried = CompletableFuture.completedFuture(null);
    private @Nullable Summary told;
    private Instant toldAt = Instant.MIN;
    private boolean telling;

    Outbox(Placement placement, Records records, InstantSource clock) {
        this.placement = placement;
        this.records = records;
        this.clock = clock;
    }

    /// Completes when the batch is logged and everybody who sat down in it is remembered.
    CompletableFuture<Void> stored(CompletableFuture<Void> logged, Batch batch) {
        List<CompletableFuture<Void>> all = new ArrayList<>(0);
        for (var entry : batch.entries())
            switch (entry.cause()) {
                case Cause.Sat(var by, _) -> all.add(seat(by, entry));
                case Cause.Opened opened -> all.add(seat(opened.by(), entry));
                default -> {}
            }
        if (all.isEmpty()) return logged;
        all.add(logged);
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> seat(PlayerId player, Entry<Json> entry) {
        return records.seat(placement.room(), player, entry.when());
    }

    /// Hands the effects of a safe entry over.
    ///
    /// @param then once they are, on any thread
    void carry(Entry<Json> entry, @Nullable Trace trace, Runnable then) {
        if (!entry.goesOut()) return;
        var more = records.carry(placement.room(), entry, trace);
        carried = carried.isDone() ? more : CompletableFuture.allOf(carried, more);
        carried.thenRun(then);
    }

    /// Done when all effects so far are handed over.
    CompletableFuture<Void> carried() {
        return carried;
    }

    /// Keeps the room's row up to date: at once when something changed that others look for. Over
    /// is a room whose effects are handed over: nobody opens it again to look for them.
    ///
    /// @return false when the epoch is over; nothing when there is nothing worth a write, or one is
    ///   under way. Once it is done, say [#told]
    Optional<CompletableFuture<Boolean>> tell(Summary summary) {
        var now = summary.overWhen(carried.isDone());
        if (telling || now.equals(told) || !isWorthTelling(now)) return Optional.empty();
        telling = true;
        told = now;
        toldAt = clock.instant();
        return Optional.of(records.tell(placement, now));
    }

    void told() {
        telling = false;
    }

    private boolean isWorthTelling(Summary now) {
        return told == null
                || now.players() != told.players()
                || now.over() != told.over()
                || now.listed() != told.listed()
                || clock.instant().isAfter(toldAt.plus(TELL_HEAD));
    }

    /// Whether nothing is under way to the tables. What is when the room closes, the next owner
    /// finds in the log; but a closed room has none.
    boolean isIdle() {
        return !telling && carried.isDone();
    }
}

package games.drawbridge.realtime.room;

import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.placement.Records;
import games.drawbridge.realtime.placement.RoomsTable.Summary;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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

    /// Completes when everybody who sat down in the batch is remembered.
    CompletableFuture<Void> seats(Batch batch) {
        return CompletableFuture.allOf(
                batch.entries().stream().flatMap(this::seat).toArray(CompletableFuture[]::new));
    }

    private Stream<CompletableFuture<Void>> seat(Entry<Json> entry) {
        return switch (entry.cause()) {
            case Cause.Sat sat -> Stream.of(records.seat(placement.room(), sat.by(), entry.when()));
            case Cause.Opened opened ->
                    Stream.of(records.seat(placement.room(), opened.by(), entry.when()));
            default -> Stream.empty();
        };
    }

    /// Hands the effects of a safe entry over.
    ///
    /// @return false when it has none
    boolean carry(Entry<Json> entry) {
        if (entry.effects().stream().noneMatch(Effect.Outward.class::isInstance)) return false;
        var more = records.carry(placement.room(), entry);
        carried = carried.isDone() ? more : CompletableFuture.allOf(carried, more);
        return true;
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

    boolean isIdle() {
        return !telling;
    }
}

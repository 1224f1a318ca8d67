package games.drawbridge.functions.statistics;

import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.log.Batch;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.Rules;
import games.drawbridge.model.statistics.Counting;
import games.drawbridge.model.statistics.GameStatistics;
import java.util.List;
import java.util.function.Function;

/// A log as the rules of its kind understand it.
final class Played {
    private Played() {}

    /// Rules that wrote a log are newer than those that are here.
    static final class NotYet extends RuntimeException {
        NotYet(int version) {
            super("rules of version " + version + " are not here yet");
        }
    }

    /// @throws IllegalStateException when it is no whole log
    /// @throws NotYet when it is newer than these rules
    static <S, M, E> GameStatistics count(Rules<S, M, E> rules, List<Batch> batches) {
        Counting<S, M, E> counting = null;
        for (var batch : batches)
            for (var entry : batch.entries())
                if (counting == null) counting = opened(rules, entry);
                else counting.add(typed(rules, batch.version(), entry));
        if (counting == null) throw new IllegalStateException("an empty log");
        return counting.statistics();
    }

    private static <S, M, E> Counting<S, M, E> opened(Rules<S, M, E> rules, Entry<Json> first) {
        if (first.cause() instanceof Cause.Opened opened)
            return new Counting<>(rules, opened, first.when());
        throw new IllegalStateException("a log that does not begin with its opening");
    }

    private static <E> Entry<E> typed(Rules<?, ?, E> rules, int version, Entry<Json> entry) {
        if (version > rules.version()) throw new NotYet(version);
        Function<Json, Json> today =
                event -> version < rules.version() ? rules.upcast(event, version) : event;
        var events =
                entry.events().stream()
                        .map(today)
                        .map(event -> JsonText.read(event.text(), rules.kind().event()))
                        .toList();
        return new Entry<>(
                entry.cause(), entry.at(), entry.seq(), events, entry.effects(), entry.over());
    }
}

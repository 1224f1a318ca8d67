package games.drawbridge.evening;

import games.drawbridge.evening.judge.Fault;
import games.drawbridge.evening.judge.Promise;
import games.drawbridge.record.Samples;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// An evening as Markdown tables.
final class Report {
    private final Play play;
    private final Play.Outcome outcome;
    private final List<FanOut.Cost> costs;

    Report(Play play, Play.Outcome outcome, List<FanOut.Cost> costs) {
        this.play = play;
        this.outcome = outcome;
        this.costs = costs;
    }

    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        lines.add(
                "%d of %d bots came, %s minutes, `%s` killed in the middle; %d s from the first login to the last answer."
                        .formatted(
                                outcome.evidence().notes().size(),
                                play.bots(),
                                Samples.shown(play.lasts().toSeconds() / 60.0),
                                outcome.killed(),
                                outcome.seconds()));
        lines.add("");
        promises(lines);
        lines.add("");
        counts(lines);
        lines.add("");
        times(lines);
        if (!costs.isEmpty()) {
            lines.add("");
            costs(lines);
        }
        return String.join("\n", lines) + "\n";
    }

    private void promises(List<String> lines) {
        var broken =
                outcome.faults().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Fault::promise,
                                        () -> new EnumMap<>(Promise.class),
                                        Collectors.counting()));
        lines.add("| promise | looked at | broken |");
        lines.add("|---|---|---|");
        for (var promise : Promise.values())
            lines.add(
                    "| %s | %s | %d |"
                            .formatted(
                                    promise.sentence(),
                                    looked(promise),
                                    broken.getOrDefault(promise, 0L)));
    }

    private String looked(Promise promise) {
        var evidence = outcome.evidence();
        return switch (promise) {
            case TILES ->
                    "%d events of the map, %d views"
                            .formatted(
                                    events("region:"),
                                    evidence.notes().stream()
                                            .filter(it -> it.view() != null)
                                            .count());
            case TRADE ->
                    "%d wallets, %d lines of the ledger, %d offers"
                            .formatted(
                                    evidence.purses().size(),
                                    evidence.purses().values().stream()
                                            .mapToInt(it -> it.entries().size())
                                            .sum(),
                                    evidence.offers().size());
            case CLANS ->
                    "%d clans, the largest of %d members"
                            .formatted(
                                    evidence.clans().size(),
                                    evidence.clans().stream()
                                            .mapToInt(it -> it.members().size())
                                            .max()
                                            .orElse(0));
            case SEATS, MATCHES ->
                    "%d events of the lobby, %d matches".formatted(events("lobby:"), matches());
            case MOVES ->
                    "%d moves in %d logs"
                            .formatted(
                                    evidence.notes().stream()
                                            .mapToInt(it -> it.moves().size())
                                            .sum(),
                                    evidence.logs().size());
            case BOTS -> evidence.notes().size() + " bots";
        };
    }

    private long events(String rooms) {
        return outcome.evidence().logs().values().stream()
                .filter(log -> log.room().startsWith(rooms))
                .mapToLong(log -> log.events().size())
                .sum();
    }

    private long matches() {
        return outcome.evidence().logs().keySet().stream().filter(it -> !it.contains(":")).count();
    }

    private void counts(List<String> lines) {
        lines.add("| what bots did and heard | times |");
        lines.add("|---|---|");
        outcome.counts()
                .counts()
                .forEach((what, times) -> lines.add("| " + what + " | " + times + " |"));
    }

    private void times(List<String> lines) {
        lines.add("| took, in ms | p50 / p99 / max (n) |");
        lines.add("|---|---|");
        outcome.counts()
                .times()
                .forEach((what, times) -> lines.add("| " + what + " | " + samples(times) + " |"));
    }

    private static Samples samples(List<Double> times) {
        var samples = new Samples();
        times.forEach(samples::add);
        return samples;
    }

    private void costs(List<String> lines) {
        lines.add(
                "| watchers | changes | frames for each watcher and change | bytes of a frame | bytes of a change, to all |");
        lines.add("|---|---|---|---|---|");
        for (var it : costs)
            lines.add(
                    "| %d | %d, %s | %s | %d | %d |"
                            .formatted(
                                    it.watchers(),
                                    it.changes(),
                                    it.atOnce() ? "within a tick" : "one after another",
                                    String.format(
                                            Locale.ROOT,
                                            "%.2f",
                                            (double) it.frames() / it.watchers() / it.changes()),
                                    it.bytes() / Math.max(1, it.frames()),
                                    it.bytes() / it.changes()));
    }

    /// All of it, for a line of JSON.
    Map<String, Object> line() {
        return Map.of(
                "bots", outcome.evidence().notes().size(),
                "minutes", play.lasts().toSeconds() / 60.0,
                "killed", outcome.killed(),
                "seconds", outcome.seconds(),
                "counts", outcome.counts().counts(),
                "millis", summaries(),
                "faults", outcome.faults().stream().map(Fault::toString).toList());
    }

    private Map<String, List<Double>> summaries() {
        return outcome.counts().times().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                it -> {
                                    var all = samples(it.getValue());
                                    return List.of(
                                            all.percentile(50), all.percentile(99), all.most());
                                }));
    }
}

package games.drawbridge.faults;

import games.drawbridge.record.Page;
import games.drawbridge.record.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Figures as Markdown tables: what was counted, and each goal with what was measured beside it.
final class Report {
    private final Map<Scenario, Figures> results = new LinkedHashMap<>();

    void add(Scenario scenario, Figures figures) {
        results.put(scenario, figures);
    }

    Optional<Figures> of(String scenario) {
        return results.entrySet().stream()
                .filter(it -> it.getKey().name().equals(scenario))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    boolean isKept() {
        return results.values().stream().allMatch(it -> it.violations().isEmpty());
    }

    @Override
    public String toString() {
        return String.join("\n", counts()) + "\n\n" + String.join("\n", goals()) + "\n";
    }

    private List<String> counts() {
        var lines = new ArrayList<String>();
        lines.add(
                "| scenario | rounds | rooms | acknowledged | lost | doubled | serve again ms: p50 /"
                        + " p99 / max (n) | resets | disconnects | other figures: p50 / p99 / max"
                        + " (n) |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|");
        results.forEach((scenario, it) ->
                lines.add(
                        "| `%s` %s | %d | %d | %d | %d | %d | %s | %s | %d | %s |"
                                .formatted(
                                        scenario.name(),
                                        scenario.what(),
                                        it.rounds,
                                        it.rooms,
                                        it.acknowledged,
                                        it.lost,
                                        it.doubled,
                                        it.samples(Figures.SERVE),
                                        resets(it),
                                        it.disconnects,
                                        others(it))));
        return lines;
    }

    private static String resets(Figures figures) {
        return figures.resets().isEmpty()
                ? "0"
                : figures.resets().entrySet().stream()
                        .map(it ->
                                it.getValue()
                                        + " "
                                        + it.getKey().toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }

    private static String others(Figures figures) {
        return figures.skipped() != null
                ? "skipped: " + figures.skipped()
                : figures.all().entrySet().stream()
                        .filter(it -> !it.getKey().equals(Figures.SERVE))
                        .map(it -> it.getKey() + " " + it.getValue())
                        .collect(Collectors.joining("; "));
    }

    private List<String> goals() {
        var lines = new ArrayList<String>();
        lines.add("| scenario | goal | measured | |");
        lines.add("|---|---|---|---|");
        results.forEach((scenario, figures) ->
                scenario.goals().forEach(goal -> lines.add(goal(scenario, goal, figures))));
        return lines;
    }

    private static String goal(Scenario scenario, Goal goal, Figures figures) {
        double measured = goal.figure().applyAsDouble(figures);
        return "| `%s` | %s %s %s | %s | %s |"
                .formatted(
                        scenario.name(),
                        goal.what(),
                        goal.most() == 0 ? "=" : "≤",
                        Samples.shown(goal.most()),
                        Double.isNaN(measured) ? "–" : Samples.shown(measured),
                        goal.verdict(figures));
    }

    /// Puts the tables into a page, between its marks.
    ///
    /// @throws IOException when the page can't be read or has no marks
    void into(Path page) throws IOException {
        Page.write(page, "faults", toString());
    }
}

package games.drawbridge.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.bench.server.Contestant;
import games.drawbridge.bench.work.Measured;
import games.drawbridge.bench.work.Workload;
import games.drawbridge.record.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that was measured, and the tables of it.
final class Results {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// By workload, contestant and figure.
    private final Map<String, Map<String, Map<String, Samples>>> all = new LinkedHashMap<>();

    private final List<String> wrong = new ArrayList<>();
    private final Map<String, String> about;
    private final InstantSource clock;

    /// @param about what every line of the raw results carries
    Results(Map<String, String> about, InstantSource clock) {
        this.about = about;
        this.clock = clock;
    }

    /// Adds a round, and its raw results to the folder if there is one.
    ///
    /// @throws IOException when they can't be written
    void add(
            Workload workload,
            Contestant contestant,
            int round,
            Measured measured,
            Optional<Path> folder)
            throws IOException {
        measured.figures()
                .forEach((figure, value) -> add(workload, contestant.name(), figure, value));
        measured.wrongs()
                .forEach(it -> wrong.add(workload.name() + ", " + contestant.name() + ": " + it));
        if (folder.isEmpty()) return;
        var line =
                JSON.createObjectNode()
                        .put("workload", workload.name())
                        .put("contestant", contestant.name())
                        .put("what", contestant.what())
                        .put("round", round)
                        .put("at", clock.instant().toString());
        line.set("figures", JSON.valueToTree(measured.figures()));
        line.set("wrong", JSON.valueToTree(measured.wrongs()));
        about.forEach(line::put);
        Files.writeString(
                file(folder.get(), workload),
                line + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private void add(Workload workload, String contestant, String figure, double value) {
        all.computeIfAbsent(workload.name(), _ -> new LinkedHashMap<>())
                .computeIfAbsent(contestant, _ -> new LinkedHashMap<>())
                .computeIfAbsent(figure, _ -> new Samples())
                .add(value);
    }

    static Path file(Path folder, Workload workload) {
        return folder.resolve(workload.name() + ".jsonl");
    }

    /// Takes what was recorded before of a workload that is not measured now.
    ///
    /// @throws IOException when it can't be read
    void read(Path folder, Workload workload) throws IOException {
        if (!Files.exists(file(folder, workload))) return;
        for (String text : Files.readAllLines(file(folder, workload))) {
            JsonNode line = JSON.readTree(text);
            String contestant = line.path("contestant").asText();
            line.path("figures")
                    .properties()
                    .forEach(
                            it -> add(workload, contestant, it.getKey(), it.getValue().asDouble()));
        }
    }

    Optional<Double> median(String workload, String contestant, String figure) {
        return Optional.ofNullable(
                        all.getOrDefault(workload, Map.of())
                                .getOrDefault(contestant, Map.of())
                                .get(figure))
                .map(it -> it.percentile(50));
    }

    /// What must not be; empty when all is well.
    List<String> wrong() {
        return wrong;
    }

    /// A table for each workload, then the goals.
    String tables(List<Workload> workloads) {
        var text = new StringBuilder();
        for (var workload : workloads) {
            var measured = all.getOrDefault(workload.name(), Map.of());
            if (!measured.isEmpty())
                text.append("**`%s`** %s.\n\n".formatted(workload.name(), workload.what()))
                        .append(table(measured))
                        .append('\n');
        }
        text.append("| workload | goal | measured | |\n|---|---|---|---|\n");
        for (var aim : Aim.all()) aim.row(this).ifPresent(row -> text.append(row).append('\n'));
        return text.toString();
    }

    private static String table(Map<String, Map<String, Samples>> measured) {
        var figures = new LinkedHashSet<String>();
        measured.values().forEach(it -> figures.addAll(it.keySet()));
        var text = new StringBuilder("| contestant | rounds |");
        figures.forEach(it -> text.append(' ').append(it).append(" |"));
        text.append("\n|---|---|").append("---|".repeat(figures.size())).append('\n');
        measured.forEach((contestant, its) -> {
            int rounds = its.values().stream().mapToInt(it -> it.all().size()).max().orElse(0);
            text.append("| ").append(contestant).append(" | ").append(rounds).append(" |");
            for (var figure : figures) {
                var samples = its.get(figure);
                var shown = samples == null ? "–" : Samples.shown(samples.percentile(50));
                text.append(' ').append(shown).append(" |");
            }
            text.append('\n');
        });
        return text.toString();
    }
}

package games.drawbridge.functions.payments;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// What came of sales in which something died, and of crowds. Where `-Drecord` names a folder it is
/// written there as JSON lines.
final class MoneyRecord {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> ONLY = List.of(System.getProperty("only", "").split(","));

    private final String scenario;
    private final TreeMap<Integer, Point> points = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final long began = System.nanoTime();

    /// Where `-Donly` names scenarios, and not this one, its test is skipped.
    MoneyRecord(String scenario) {
        assumeThat(ONLY).as("the scenarios that are wanted").containsAnyOf("", scenario);
        this.scenario = scenario;
    }

    /// All that happened at one step.
    private static final class Point {
        private final TreeSet<String> after = new TreeSet<>();
        private int runs;
        private int early;
        private int lost;
        private int doubled;
        private int wrongLetters;

        void add(Sale.End end) {
            runs++;
            after.add(end.last());
            if (end.early() > 0) early++;
            if (end.paid() < 100 || end.kept() < 50) lost++;
            if (end.paid() > 100 || end.kept() > 50) doubled++;
            if (end.letters() != 1) wrongLetters++;
        }
    }

    /// One sale in which somebody died after so many steps.
    void crash(int steps, Sale.End end) {
        if (!end.isGood()) wrong.add(scenario + " after " + steps + " steps: " + end);
        if (end.died()) points.computeIfAbsent(steps, _ -> new Point()).add(end);
    }

    /// All that was not as it must be.
    List<String> wrong() {
        return wrong;
    }

    /// Writes a line for each step, and one for all.
    void endOfCrashes() {
        var lines = new ArrayList<ObjectNode>();
        var all = new Point();
        points.forEach((steps, point) -> {
            lines.add(line("step", point).put("steps", steps).put("after", "" + point.after));
            all.runs += point.runs;
            all.early += point.early;
            all.lost += point.lost;
            all.doubled += point.doubled;
            all.wrongLetters += point.wrongLetters;
        });
        lines.add(line("all", all).put("points", points.size()));
        write(lines);
    }

    private ObjectNode line(String of, Point point) {
        return JSON.createObjectNode()
                .put("scenario", scenario)
                .put("of", of)
                .put("deaths", point.runs)
                .put("grantedBeforePaid", point.early)
                .put("lost", point.lost)
                .put("doubled", point.doubled)
                .put("lettersNotOne", point.wrongLetters);
    }

    /// Writes one line of a crowd's figures.
    void crowd(ObjectNode figures) {
        write(List.of(figures));
    }

    private void write(List<ObjectNode> lines) {
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        lines.getLast()
                .put("seconds", seconds)
                .put("at", Instant.now().toString())
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("java", Runtime.version().toString());
        System.out.println(lines.getLast());
        String folder = System.getProperty("record", "");
        if (folder.isEmpty()) return;
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        try {
            Path file = Files.createDirectories(Path.of(folder)).resolve(scenario + ".jsonl");
            Files.writeString(file, text);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}

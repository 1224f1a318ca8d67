package games.drawbridge.functions.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.functions.testkit.RoundTrips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What functions cost, as a table; where `-Drecord` names a folder, as JSON lines in it, and as
/// the tables of the page beside it, whose name is the folder's.
final class CostReport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEGIN = "<!-- figures of ./drawbridge bench functions -->\n";
    private static final String END = "<!-- end of figures -->";

    private final List<Figures> all = new ArrayList<>();

    /// What was measured of one function.
    ///
    /// @param plain starts without a cache
    /// @param cached starts with one
    /// @param bytes that each warm request allocated
    /// @param calls that went to DynamoDB for each
    /// @param trips how many of them went out after others had come back
    record Figures(
            Subject subject,
            List<Life.Start> plain,
            List<Life.Start> cached,
            List<Long> bytes,
            List<List<String>> calls,
            List<Integer> trips) {

        Figures(Subject subject) {
            this(
                    subject,
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }

        /// What the usual request asks of DynamoDB.
        private List<String> usual() {
            return calls.stream()
                    .max((one, other) ->
                            Integer.compare(
                                    Collections.frequency(calls, one),
                                    Collections.frequency(calls, other)))
                    .orElseThrow();
        }

        /// And in how many round trips: two calls at the same time are one, though not always.
        private int roundTrips() {
            int fewest = Integer.MAX_VALUE;
            for (int n = 0; n < calls.size(); n++)
                if (calls.get(n).size() == usual().size()) fewest = Math.min(fewest, trips.get(n));
            return fewest;
        }

        private double allocated() {
            return median(bytes.stream().map(Long::doubleValue).toList());
        }
    }

    void add(Figures figures) {
        all.add(figures);
        System.out.print(row(figures));
    }

    void write() throws IOException {
        String folder = System.getProperty("record", "");
        if (folder.isEmpty()) return;
        var lines = new StringBuilder();
        for (var figures : all) lines.append(line(figures)).append('\n');
        var raw = Files.createDirectories(Path.of(folder)).resolve("functions.jsonl");
        Files.writeString(raw, lines);
        var page = Path.of(folder + ".md");
        if (!Files.exists(page)) return;
        String text = Files.readString(page);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        Files.writeString(page, text.substring(0, from) + tables() + text.substring(to));
    }

    private String tables() throws IOException {
        var text = new StringBuilder();
        text.append("**`")
                .append(all.getFirst().subject().name())
                .append("` beside other frameworks**\n\n")
                .append(HEAD);
        int others = (int) all.stream().filter(it -> !it.subject().isOurs()).count();
        all.subList(0, others + 1).forEach(it -> text.append(row(it)));
        text.append("\n**Each function**\n\n").append(HEAD);
        all.subList(others + 1, all.size()).forEach(it -> text.append(row(it)));
        text.append("\n**Routes of more than ").append(RoundTrips.GOAL).append(" calls**\n\n");
        text.append("| at most | routes |\n|---|---|\n");
        var routes = new TreeMap<Integer, List<String>>();
        RoundTrips.more()
                .forEach((route, most) ->
                        routes.computeIfAbsent(most, _ -> new ArrayList<>()).add(route));
        routes.forEach((most, names) ->
                text.append(
                        "| %d | `%s` |\n"
                                .formatted(
                                        most,
                                        String.join("`, `", names.stream().sorted().toList()))));
        return text.toString();
    }

    private static final String HEAD =
            """
            | function | asked | first answer, ms | with AOT cache, ms | init, ms (with AOT cache) | jar, MB | allocated, KB | round trips | calls |
            |---|---|---|---|---|---|---|---|---|
            """;

    private static String row(Figures figures) {
        var subject = figures.subject();
        return String.format(
                Locale.ROOT,
                "| %s | `%s` | %.0f | %.0f | %.0f (%.0f) | %.1f | %.0f | %d | %s |\n",
                subject.isOurs() ? subject.name() : subject.by(),
                subject.route(),
                median(figures.plain().stream().map(Life.Start::firstAnswer).toList()),
                median(figures.cached().stream().map(Life.Start::firstAnswer).toList()),
                median(figures.plain().stream().map(Life.Start::init).toList()),
                median(figures.cached().stream().map(Life.Start::init).toList()),
                subject.deployed().toFile().length() / 1e6,
                figures.allocated() / 1e3,
                figures.roundTrips(),
                figures.usual().isEmpty() ? "–" : String.join(", ", figures.usual()));
    }

    private static String line(Figures figures) throws IOException {
        var line = new LinkedHashMap<String, Object>();
        line.put("function", figures.subject().name());
        line.put("by", figures.subject().by());
        line.put("route", figures.subject().route());
        line.put("plain", figures.plain());
        line.put("aot", figures.cached());
        line.put("deployedBytes", figures.subject().deployed().toFile().length());
        line.put("allocated", figures.bytes());
        line.put("calls", figures.calls());
        line.put("roundTrips", figures.trips());
        line.putAll(about());
        return JSON.writeValueAsString(line);
    }

    private static Map<String, String> about() throws IOException {
        var about = new LinkedHashMap<String, String>();
        about.put("at", Instant.now().toString());
        about.put("commit", commit());
        about.put("processors", "" + Runtime.getRuntime().availableProcessors());
        about.put("java", Runtime.version().toString());
        about.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        about.put("processor", processor());
        return about;
    }

    private static String commit() throws IOException {
        var git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
        try (var out = git.getInputStream()) {
            return new String(out.readAllBytes(), UTF_8).strip();
        }
    }

    private static String processor() throws IOException {
        Path facts = Path.of("/proc/cpuinfo");
        try (var lines = Files.exists(facts) ? Files.lines(facts) : Stream.<String>empty()) {
            return lines.filter(it -> it.startsWith("model name"))
                    .findFirst()
                    .map(it -> it.substring(it.indexOf(':') + 1).strip())
                    .orElse("unknown");
        }
    }

    private static double median(List<Double> figures) {
        var sorted = figures.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}

package games.drawbridge.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.faults.load.Load;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Writes raw results as JSON lines, one file a scenario, and keeps the histories in which
/// something was wrong.
final class Records {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<Path> folder;
    private final Path kept;
    private final Map<String, String> about;
    private final InstantSource clock;

    /// @param folder for results; nothing when none are wanted
    /// @param kept where histories go in which something was wrong
    /// @param about what all lines carry: seed, commit, machine
    Records(Optional<Path> folder, Path kept, Map<String, String> about, InstantSource clock) {
        this.folder = folder;
        this.kept = kept;
        this.about = about;
        this.clock = clock;
    }

    /// Begins a scenario's file.
    ///
    /// @param anew without what was recorded before
    void begin(Scenario scenario, boolean anew) {
        folder.ifPresent(it -> {
            try {
                Files.createDirectories(it);
                if (anew) Files.deleteIfExists(file(it, scenario));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// One line of what a round has measured.
    void round(Scenario scenario, Figures figures, Map<String, Integer> before) {
        var line = line(scenario, "round", figures);
        figures.all()
                .forEach((measure, samples) -> {
                    var news =
                            samples.all()
                                    .subList(before.getOrDefault(measure, 0), samples.all().size());
                    if (!news.isEmpty()) line.set(measure, JSON.valueToTree(news));
                });
        write(scenario, line);
    }

    /// One line of what came of all rounds.
    void end(Scenario scenario, Figures figures) {
        var line = line(scenario, "all", figures);
        line.put("rooms", figures.rooms)
                .put("sent", figures.sent)
                .put("acknowledged", figures.acknowledged)
                .put("told", figures.told)
                .put("lost", figures.lost)
                .put("doubled", figures.doubled)
                .put("disconnects", figures.disconnects);
        line.set(Figures.REST, JSON.valueToTree(figures.samples(Figures.REST).all()));
        line.set("resets", JSON.valueToTree(figures.resets()));
        line.set("violations", JSON.valueToTree(figures.violations()));
        if (figures.skipped() != null) line.put("skipped", figures.skipped());
        about.forEach(line::put);
        write(scenario, line);
    }

    /// What was recorded of a scenario that was played to its end, in one part or several.
    Optional<Figures> read(Scenario scenario) {
        return folder.map(it -> file(it, scenario)).filter(Files::exists).flatMap(Records::read);
    }

    private static Optional<Figures> read(Path file) {
        try (var lines = Files.lines(file)) {
            var figures = new Figures();
            boolean whole = false;
            for (String text : lines.toList()) {
                var line = JSON.readTree(text);
                line.properties()
                        .forEach(it -> {
                            if (it.getKey().contains(" "))
                                it.getValue()
                                        .forEach(one ->
                                                figures.samples(it.getKey()).add(one.asDouble()));
                        });
                whole = line.path("of").asText().equals("all");
                if (whole) counts(line, figures);
            }
            return whole ? Optional.of(figures) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void counts(JsonNode line, Figures figures) {
        figures.rounds += line.path("rounds").asInt();
        figures.rooms += line.path("rooms").asInt();
        figures.sent += line.path("sent").asLong();
        figures.acknowledged += line.path("acknowledged").asLong();
        figures.told += line.path("told").asLong();
        figures.lost += line.path("lost").asLong();
        figures.doubled += line.path("doubled").asLong();
        figures.disconnects += line.path("disconnects").asLong();
        line.path("resets")
                .properties()
                .forEach(it -> figures.reset(it.getKey(), it.getValue().asInt()));
        line.path("violations").forEach(it -> figures.violation(it.asText()));
        if (line.has("skipped")) figures.skipped(line.get("skipped").asText());
    }

    private ObjectNode line(Scenario scenario, String of, Figures figures) {
        return JSON.createObjectNode()
                .put("scenario", scenario.name())
                .put("of", of)
                .put("rounds", figures.rounds)
                .put("at", clock.instant().toString());
    }

    private void write(Scenario scenario, ObjectNode line) {
        folder.ifPresent(it -> append(file(it, scenario), line + "\n"));
    }

    private static Path file(Path folder, Scenario scenario) {
        return folder.resolve(scenario.name() + ".jsonl");
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Keeps what broke a scenario off.
    void fault(Scenario scenario, Exception broken) {
        var text = new StringWriter();
        try (var out = new PrintWriter(text)) {
            broken.printStackTrace(out);
        }
        append(inKept(scenario.name() + "-fault.txt"), text.toString());
    }

    void keep(Scenario scenario, String name, Iterable<Load> loads) {
        int number = 0;
        for (var load : loads)
            try {
                load.history().write(inKept(name + "-" + number++ + ".history.jsonl"));
            } catch (IOException e) {
                throw new UncheckedIOException(scenario.name(), e);
            }
    }

    private Path inKept(String name) {
        try {
            return Files.createDirectories(kept).resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

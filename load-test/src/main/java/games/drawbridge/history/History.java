package games.drawbridge.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import games.drawbridge.realtime.json.Jackson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Lines in the order they were written, from any thread. A file of it is JSON lines.
public final class History {
    private static final ObjectReader READER = Jackson.lenient().readerFor(Line.class);
    private static final ObjectWriter WRITER = Jackson.lenient().writerFor(Line.class);

    private final List<Line> lines = new ArrayList<>();

    public synchronized void add(Line line) {
        lines.add(line);
    }

    /// All lines by their time; those of the same time as they were written.
    public synchronized List<Line> lines() {
        return lines.stream().sorted(Comparator.comparingLong(Line::at)).toList();
    }

    public void write(Path file) throws IOException {
        Files.write(file, lines().stream().map(History::json).toList());
    }

    /// Of all lines: two runs with the same hash saw the same things at the same times.
    public String hash() {
        var text = new StringBuilder();
        lines().forEach(line -> text.append(json(line)).append('\n'));
        return Hash.ofText(text.toString());
    }

    /// The lines of several writers' files as one history.
    public static History read(Stream<Path> files) {
        var history = new History();
        files.forEach(file -> {
            try (var lines = Files.lines(file)) {
                lines.map(History::line).forEach(history::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return history;
    }

    static String json(Line line) {
        try {
            return WRITER.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Line line(String json) {
        try {
            return READER.readValue(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package games.drawbridge.functions.leaderboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Writes figures beside docs/benchmarks/leaderboards.md, as far as there are any.
final class BenchReport {
    private static final Path FOLDER = Path.of("..", "docs", "benchmarks", "leaderboards");

    private BenchReport() {}

    static void write(int entries, Map<String, Object> report) throws IOException {
        Files.createDirectories(FOLDER);
        String json =
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report);
        Files.writeString(FOLDER.resolve(entries + ".json"), json + "\n");
        System.out.println(json);
    }
}

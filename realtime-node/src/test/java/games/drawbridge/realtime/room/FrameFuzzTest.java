package games.drawbridge.realtime.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Malformed frames: a minute of new ones in every build (`-Dfuzz.seconds=1800` for more), and all
/// that have ever found something. Jazzer runs in a JVM of its own, for it rewrites the classes
/// that it watches.
class FrameFuzzTest {
    private static final Path KEPT =
            Path.of("src/test/resources/games/drawbridge/realtime/room/frames");
    private static final Path WORK = Path.of("target/fuzz");

    static Stream<Path> kept() throws IOException {
        try (var files = Files.list(KEPT)) {
            return files.toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void whatOnceFoundSomethingFindsNothing(Path input) throws IOException {
        FrameFuzz.fuzzerTestOneInput(Files.readAllBytes(input));
    }

    @Test
    void noBytesBreakTheDecodersOrTheRoom() throws Exception {
        var seconds = Integer.getInteger("fuzz.seconds", 60);
        var found = Files.createDirectories(WORK.resolve("found"));
        try (var old = Files.list(found)) {
            for (Path each : old.toList()) Files.delete(each);
        }
        var log = WORK.resolve("jazzer.log").toFile();
        var jazzer = new ProcessBuilder(words(seconds, found)).redirectErrorStream(true);
        var process = jazzer.redirectOutput(log).start();
        try {
            assertThat(process.waitFor(seconds + 120L, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        var said = Files.readString(log.toPath());
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("Done "); // it did run: "Done 123456 runs in 61 second(s)"
    }

    private static List<String> words(int seconds, Path found) throws IOException {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FrameFuzz.class.getName(),
                "--instrumentation_includes=games.drawbridge.**:com.fasterxml.jackson.core.**:com.fasterxml.jackson.dataformat.**",
                "--reproducer_path=" + found,
                "-artifact_prefix=" + found + "/",
                "-max_total_time=" + seconds,
                "-max_len=8192",
                "-rss_limit_mb=0",
                Files.createDirectories(WORK.resolve("corpus")).toString(),
                KEPT.toString());
    }
}

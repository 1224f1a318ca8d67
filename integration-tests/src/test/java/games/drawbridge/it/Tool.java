package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Programs that people's scripts use and the build does not need. Where a machine has none, the
/// test that wants it is left out.
final class Tool {
    private Tool() {}

    static void assumeThere(String program) throws Exception {
        assumeTrue(ends(List.of("sh", "-c", "command -v " + program)), "no " + program + " here");
    }

    private static boolean ends(List<String> command) throws Exception {
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        if (!ended) process.destroyForcibly();
        return ended && process.exitValue() == 0;
    }

    /// What a command prints; it must end well.
    static String run(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var out = Files.createTempFile("tool", ".log");
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        if (!ended) process.destroyForcibly();
        var said = Files.readString(out);
        assertThat(ended && process.exitValue() == 0)
                .as("%s%n%s", String.join(" ", command), said)
                .isTrue();
        return said;
    }
}

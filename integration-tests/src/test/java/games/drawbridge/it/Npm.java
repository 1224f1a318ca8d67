package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs the scripts of a folder with a package.json, its packages installed as its lock file says.
record Npm(Path folder) {

    /// Runs `npm run SCRIPT` and fails with its output when it fails.
    void run(String script, Map<String, String> environment) throws Exception {
        install();
        command(List.of("npm", "run", "--silent", script), environment);
    }

    private void install() throws Exception {
        var installed = folder.resolve("node_modules/.package-lock.json");
        var wanted = folder.resolve("package-lock.json");
        if (!Files.exists(installed) || isNewer(wanted, installed))
            command(List.of("npm", "ci", "--no-audit", "--no-fund"), Map.of());
    }

    private static boolean isNewer(Path one, Path other) throws IOException {
        return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) > 0;
    }

    private void command(List<String> command, Map<String, String> environment) throws Exception {
        var output = Files.createTempFile("npm", ".log");
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        if (!ended) process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0)
                .as("%s in %s:%n%s", String.join(" ", command), folder, Files.readString(output))
                .isTrue();
        Files.delete(output);
    }
}

package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The script `drawbridge` in a checkout of its own: what it runs is this checkout's, its `.local`
/// is not.
///
/// @param caller the folder from which it is called
record Script(Path checkout, Path caller) {
    private static final Path OURS = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> NOT_SHARED = List.of(".git", ".local", "cdk.out");
    private static final List<String> BUILT =
            List.of("local", "functions", "realtime-node", "load-test", "cdk");

    /// A checkout with everything built, in folders that people have: with spaces.
    static Script built() throws IOException {
        var script = empty();
        try (var all = Files.list(OURS)) {
            for (var each : all.toList()) {
                var name = each.getFileName().toString();
                if (!NOT_SHARED.contains(name)) link(script.checkout.resolve(name), each);
            }
        }
        for (var module : BUILT)
            Files.createFile(script.checkout.resolve(".local/built-" + module));
        return script;
    }

    /// A checkout with nothing but the script.
    static Script empty() throws IOException {
        var all = Files.createDirectories(Path.of("target/checkouts")).toAbsolutePath();
        var folder = Files.createTempDirectory(all, "c");
        var checkout = Files.createDirectories(folder.resolve("my checkout"));
        Files.createDirectories(checkout.resolve(".local"));
        link(checkout.resolve("drawbridge"), OURS.resolve("drawbridge"));
        return new Script(checkout, Files.createDirectories(folder.resolve("some where")));
    }

    private static void link(Path link, Path to) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, to);
    }

    /// @param said all of its output
    record Ran(int exit, String said) {}

    Ran run(String... arguments) throws Exception {
        return run(Map.of(), arguments);
    }

    Ran run(Map<String, String> environment, String... arguments) throws Exception {
        var out = Files.createTempFile("script", ".log");
        var process = start(environment, out, arguments);
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        if (!ended) process.destroyForcibly();
        assertThat(ended).as(() -> said(out)).isTrue();
        return new Ran(process.exitValue(), said(out));
    }

    /// @param out where its output goes
    Process start(Map<String, String> environment, Path out, String... arguments)
            throws IOException {
        var words = new ArrayList<String>();
        words.add(checkout.resolve("drawbridge").toString());
        words.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(words)
                        .directory(caller.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    static String said(Path out) {
        try {
            return Files.readString(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

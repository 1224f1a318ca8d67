package games.drawbridge.local.standins;

import games.drawbridge.local.process.Tool;
import games.drawbridge.local.refusal.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds a real Redis: an installed one from version 7 on, else the 6.2 that comes as a library.
final class RedisProgram {
    private static final Pattern VERSION = Pattern.compile("v=(\\d+)\\.");
    private static final int WANTED = 7;

    private RedisProgram() {}

    /// @param run where the library's program is put, if it has to be
    /// @throws Refusal when this machine has none and the library has none for it
    /// @throws IOException when it can't be written
    static Path find(Path run) throws IOException {
        var installed =
                Stream.of("redis-server", "valkey-server")
                        .map(Tool::find)
                        .flatMap(Optional::stream)
                        .filter(RedisProgram::newEnough)
                        .findFirst();
        return installed.isPresent() ? installed.get() : unpacked(run);
    }

    private static boolean newEnough(Path program) {
        var version = VERSION.matcher(said(program));
        return version.find() && Integer.parseInt(version.group(1)) >= WANTED;
    }

    /// What it answers to `--version`; nothing when it does not run here.
    private static String said(Path program) {
        try {
            var process =
                    new ProcessBuilder(program.toString(), "--version")
                            .redirectErrorStream(true)
                            .start();
            try (var out = process.getInputStream()) {
                return new String(out.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException _) {
            return "";
        }
    }

    private static Path unpacked(Path run) throws IOException {
        Path program = run.resolve("redis-server");
        try (var in = RedisProgram.class.getResourceAsStream("/" + resource())) {
            if (in == null) throw none();
            Files.copy(in, program, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!program.toFile().setExecutable(true) || said(program).isEmpty()) throw none();
        return program;
    }

    private static Refusal none() {
        return new Refusal(
                "There is no Redis for this machine: install redis-server or valkey-server 7 or"
                        + " newer.");
    }

    private static String resource() {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        if (mac)
            return arm
                    ? "redis-server-6.2.6-v5-darwin-arm64"
                    : "redis-server-6.2.6-v5-darwin-amd64";
        return arm ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
    }
}

package games.drawbridge.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/// What the system says of a process.
public record Proc(long pid) {
    private static final Pattern COMPILER = Pattern.compile("\\(C[12] Compiler");

    /// Microseconds: Linux counts in hundredths of a second, whatever its own clock does.
    private static final long TICK = 10_000;

    /// Microseconds of CPU so far, of all its threads, in user mode and in the system's.
    public long cpuMicros() {
        return ProcessHandle.of(pid)
                        .flatMap(it -> it.info().totalCpuDuration())
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1_000;
    }

    /// Microseconds of CPU so far of a JVM's compilers; 0 of any other process.
    ///
    /// @throws UncheckedIOException where there is no /proc
    public long compilerMicros() {
        try (var threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
            long ticks = 0;
            for (var thread : threads) ticks += compilerTicks(thread.resolve("stat"));
            return ticks * TICK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `tid (name) state …`: the twelfth and thirteenth word after the name are its ticks.
    private static long compilerTicks(Path stat) {
        try {
            String line = Files.readString(stat);
            if (!COMPILER.matcher(line).find()) return 0;
            var words = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(words[11]) + Long.parseLong(words[12]);
        } catch (IOException gone) {
            return 0; // it has ended meanwhile
        }
    }

    /// Bytes in memory.
    ///
    /// @throws UncheckedIOException where there is no /proc
    public long rss() {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(it -> it.startsWith("VmRSS:"))
                    .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")) * 1_024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package games.drawbridge.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What the system says of a process.
public record Proc(long pid) {

    /// Microseconds of CPU so far, of all its threads, in user mode and in the system's.
    public long cpuMicros() {
        return ProcessHandle.of(pid)
                        .flatMap(it -> it.info().totalCpuDuration())
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1_000;
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

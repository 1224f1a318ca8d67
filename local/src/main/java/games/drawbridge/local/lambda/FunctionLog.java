package games.drawbridge.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;

/// What the functions log, one file for all: where CloudWatch would have one group each.
public final class FunctionLog {
    private final Path file;
    private final InstantSource clock;

    public FunctionLog(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    synchronized void write(String function, String request, String message) {
        String line =
                "%s %s %s %s%n"
                        .formatted(clock.instant(), function, request, message.stripTrailing());
        try {
            Files.write(
                    file,
                    line.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    void write(String function, String request, Throwable thrown) {
        var trace = new java.io.StringWriter();
        thrown.printStackTrace(new java.io.PrintWriter(trace));
        write(function, request, trace.toString());
    }
}

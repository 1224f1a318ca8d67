package games.drawbridge.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Everything that the world's own JVM logs goes into a file; what a developer must see is said on
/// the terminal too, in a line.
final class WorldLog extends Handler {
    private final Path file;
    private final PrintStream terminal;

    private WorldLog(Path file, PrintStream terminal) {
        this.file = file;
        this.terminal = terminal;
    }

    static void install(Path file, PrintStream terminal) {
        LogManager.getLogManager().reset();
        var root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(new WorldLog(file, terminal));
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (!isLoggable(record)) return;
        if (record.getLevel().intValue() >= Level.SEVERE.intValue())
            terminal.println("! " + record.getMessage());
        try {
            Files.createDirectories(file.getParent());
            Files.write(
                    file,
                    line(record).getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException full) {
            terminal.println("! " + record.getMessage());
        }
    }

    private static String line(LogRecord record) {
        var line =
                new StringWriter()
                        .append(record.getInstant().toString())
                        .append(' ')
                        .append(record.getLevel().getName())
                        .append(' ')
                        .append(record.getLoggerName())
                        .append(": ")
                        .append(new SimpleFormatter().formatMessage(record))
                        .append(System.lineSeparator());
        if (record.getThrown() != null) record.getThrown().printStackTrace(new PrintWriter(line));
        return line.toString();
    }

    @Override
    public void flush() {
        // every line is written at once
    }

    @Override
    public void close() {
        // nothing is kept open
    }
}

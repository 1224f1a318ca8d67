package games.drawbridge.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Everything that the world's own JVM logs goes into a file; what a developer must see is said on
/// the terminal too, in a line.
final class WorldLog extends Handler {
    private static final Formatter FORMAT = new SimpleFormatter();

    private final Path file;
    private final PrintStream terminal;

    private WorldLog(Path file, PrintStream terminal) {
        this.file = file;
        this.terminal = terminal;
    }

    static void install(Path file, PrintStream terminal) {
        System.setProperty(
                "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT %4$s %3$s %5$s%6$s%n");
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
                    FORMAT.format(record).getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException full) {
            terminal.println("! " + record.getMessage());
        }
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

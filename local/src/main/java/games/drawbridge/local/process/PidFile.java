package games.drawbridge.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// Remembers a child on disk: its process number, and when it began, since numbers are used again.
public final class PidFile {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18}) (\\S+)");
    private static final int PATIENCE_SECONDS = 5;

    private final Path file;

    public PidFile(Path file) {
        this.file = file;
    }

    void write(ProcessHandle process) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, process.pid() + " " + began(process));
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /// Ends every child that a killed world left behind.
    ///
    /// @param folder of pid files
    /// @throws IOException when they can't be read
    public static void sweep(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".pid")).toList())
                new PidFile(file).end();
        }
    }

    private void end() throws IOException {
        var left = process();
        if (left.isPresent()) {
            left.get().destroy();
            if (!gone(left.get())) left.get().destroyForcibly();
            gone(left.get());
        }
        delete();
    }

    private Optional<ProcessHandle> process() throws IOException {
        var words = FORM.matcher(Files.readString(file));
        if (!words.matches()) return Optional.empty();
        return ProcessHandle.of(Long.parseLong(words.group(1)))
                .filter(process -> began(process).equals(words.group(2)));
    }

    private static boolean gone(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String began(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }
}

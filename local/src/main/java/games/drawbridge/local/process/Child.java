package games.drawbridge.local.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A program that was started.
public final class Child {
    private final String name;
    private final Process process;
    private final PidFile pidFile;

    private Child(String name, Process process, PidFile pidFile) {
        this.name = name;
        this.process = process;
        this.pidFile = pidFile;
    }

    /// Starts a program and remembers it on disk, so that a later world can end it if this one
    /// can't.
    ///
    /// @throws IOException when it can't be started
    public static Child start(String name, Command command, PidFile pidFile) throws IOException {
        Files.createDirectories(command.folder());
        var builder = new ProcessBuilder(Sessions.apart(command.words()));
        builder.directory(command.folder().toFile());
        // The developer's own AWS account is none of a child's business.
        builder.environment().keySet().removeIf(key -> key.startsWith("AWS_"));
        builder.environment().putAll(command.environment());
        builder.redirectErrorStream(true);
        builder.redirectOutput(Redirect.appendTo(command.log().toFile()));
        var process = builder.start();
        pidFile.write(process.toHandle());
        return new Child(name, process, pidFile);
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /// Done when it has ended, with its exit code.
    public CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /// @throws IOException when this machine has no way to send it
    public void send(Signal signal) throws IOException {
        switch (signal) {
            case TERM -> ask();
            case KILL -> process.destroyForcibly();
            case STOP, CONT -> kill(signal);
        }
    }

    /// [Process#destroy] would also close the child's input, which is its leash: it would be gone
    /// before it has heard anything.
    private void ask() {
        process.toHandle().destroy();
    }

    private void kill(Signal signal) throws IOException {
        var words = List.of("kill", "-" + signal, Long.toString(pid()));
        new ProcessBuilder(words).redirectErrorStream(true).start().onExit().join();
    }

    /// Asks it to end; after `patience` ends it.
    public void stop(Duration patience) {
        try {
            if (process.isAlive()) {
                // One that stands still hears nothing.
                kill(Signal.CONT);
                ask();
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS))
                    process.destroyForcibly().waitFor();
            }
            pidFile.delete();
        } catch (IOException _) {
            process.destroyForcibly();
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

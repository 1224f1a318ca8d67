package games.drawbridge.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import games.drawbridge.local.process.PidFile;
import games.drawbridge.local.refusal.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/// The folder of a world, `.local` in a checkout: data, logs, and what tells two worlds apart.
public final class WorldFolder implements AutoCloseable {

    /// Bytes that have to be free to start: databases that run out of room break.
    public static final long LEAST_TO_START = 256L * 1024 * 1024;

    /// Bytes that have to be free to go on.
    public static final long LEAST_TO_GO_ON = 64L * 1024 * 1024;

    /// What belongs to the build, not to the world.
    private static final Set<String> KEPT = Set.of("lock", "build.log");

    private final Path root;
    private final FileChannel channel;

    private WorldFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /// Takes the folder for one world, and ends what a killed one left running.
    ///
    /// @throws Refusal when another world has it, or the disk is full
    /// @throws IOException when it can't be written
    static WorldFolder open(Path root, boolean fresh) throws IOException {
        Files.createDirectories(root);
        var folder = new WorldFolder(root.toRealPath(), lock(root));
        if (folder.isFull(LEAST_TO_START))
            throw new Refusal("The disk is full: 256 MB must be free for " + root + ".");
        PidFile.sweep(folder.run());
        if (fresh) folder.wipe();
        // Logs are of one run: whoever looks for the last one's looks before the next.
        if (Files.exists(folder.logs())) delete(folder.logs());
        for (Path each : new Path[] {folder.logs(), folder.run()}) Files.createDirectories(each);
        return folder;
    }

    private static FileChannel lock(Path root) throws IOException {
        var channel =
                FileChannel.open(
                        root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (locked(channel)) {
            // For whoever looks at it; what counts is the lock.
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(
                            Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII)));
            return channel;
        }
        channel.close();
        throw new Refusal("Drawbridge is already up in this checkout: stop it with Ctrl-C first.");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private void wipe() throws IOException {
        try (var all = Files.list(root)) {
            for (Path each : all.toList())
                if (!isOfTheBuild(each.getFileName().toString())) delete(each);
        }
    }

    private static boolean isOfTheBuild(String name) {
        return KEPT.contains(name) || name.startsWith("built-");
    }

    private static void delete(Path path) throws IOException {
        Files.walkFileTree(
                path,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes all)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path folder, @org.jspecify.annotations.Nullable IOException failed)
                            throws IOException {
                        Files.delete(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    boolean isFull(long least) throws IOException {
        return Files.getFileStore(root).getUsableSpace() < least;
    }

    public Path root() {
        return root;
    }

    public Path logs() {
        return root.resolve("logs");
    }

    Path secrets() {
        return root.resolve("secrets.json");
    }

    Path mails() {
        return root.resolve("mail");
    }

    /// As the bucket of events: `events` and `errors`, a folder for each day.
    public Path analytics() {
        return root.resolve("analytics");
    }

    Path checkpoints() {
        return root.resolve("checkpoints.json");
    }

    /// Pid files and what else lasts as long as one life of the world.
    Path run() {
        return root.resolve("run");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

package games.drawbridge.local;

import games.drawbridge.local.refusal.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Ends the world in time when the disk runs full: a database that can't write tells nobody why.
final class DiskWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Thread thread;

    DiskWatch(WorldFolder folder, CompletableFuture<Refusal> broken) {
        thread = Thread.ofPlatform().daemon().name("disk watch").start(() -> watch(folder, broken));
    }

    private static void watch(WorldFolder folder, CompletableFuture<Refusal> broken) {
        try {
            while (!folder.isFull(WorldFolder.LEAST_TO_GO_ON)) Thread.sleep(EVERY);
            broken.complete(
                    new Refusal(
                            "The disk is full: less than 64 MB are left for "
                                    + folder.root()
                                    + "."));
        } catch (IOException gone) {
            broken.complete(new Refusal(folder.root() + " is gone."));
        } catch (InterruptedException _) {
            // the world stops
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

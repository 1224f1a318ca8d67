package games.drawbridge.local;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/// The server behind the front door, sized for one person.
final class SmallVertx implements AutoCloseable {
    private static final int LOOPS = 2;

    private final Vertx vertx;

    SmallVertx() {
        vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setEventLoopPoolSize(LOOPS)
                                .setWorkerPoolSize(LOOPS)
                                .setInternalBlockingPoolSize(LOOPS)
                                .setFileSystemOptions(
                                        new FileSystemOptions()
                                                .setFileCachingEnabled(false)
                                                .setClassPathResolvingEnabled(false)));
    }

    Vertx vertx() {
        return vertx;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}

package games.drawbridge.realtime.load;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.enterprise.context.ApplicationScoped;

/// One event loop for each core, which sockets, rooms and the way to Redis share: on one core all
/// of a move is one thread's affair. With more loops than cores each hand-over between two of them
/// wakes a thread, and that is a system call.
@ApplicationScoped
class LoopPerCore implements VertxOptionsCustomizer {
    @Override
    public void accept(VertxOptions options) {
        options.setEventLoopPoolSize(Runtime.getRuntime().availableProcessors());
    }
}

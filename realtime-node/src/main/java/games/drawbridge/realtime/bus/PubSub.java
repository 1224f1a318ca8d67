package games.drawbridge.realtime.bus;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Channels between nodes, behind one server. A text may be lost, never changed or repeated, and
/// what one node publishes arrives in its order, whichever threads it comes from.
public interface PubSub {

    /// Completes with how many listened; fails when the server did not take it, or its answer was
    /// lost.
    CompletableFuture<Integer> publish(String channel, String text);

    /// Listens, in place of any earlier listening.
    ///
    /// @param heard gets each text, one at a time
    /// @param ended called when nothing more will be heard
    void listen(String channel, Consumer<String> heard, Runnable ended);
}

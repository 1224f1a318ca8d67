package games.drawbridge.realtime.log;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A call of which one at a time is under way, however many ask: who asks meanwhile shares the next
/// one, which begins after they asked. Any thread.
final class Shared {
    private final Supplier<CompletableFuture<Void>> call;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private @Nullable CompletableFuture<Void> next;

    Shared(Supplier<CompletableFuture<Void>> call) {
        this.call = call;
    }

    /// The outcome of a call that begins after this.
    synchronized CompletableFuture<Void> ask() {
        var waiting = next;
        if (waiting != null) return waiting;
        if (last.isDone()) return begin();
        var coming = new CompletableFuture<Void>();
        next = coming;
        last.whenComplete((_, _) ->
                begin().whenComplete((_, error) -> {
                    if (error == null) coming.complete(null);
                    else coming.completeExceptionally(error);
                }));
        return coming;
    }

    private synchronized CompletableFuture<Void> begin() {
        next = null;
        last = call.get();
        return last;
    }
}

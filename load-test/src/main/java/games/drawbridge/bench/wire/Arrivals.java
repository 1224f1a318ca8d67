package games.drawbridge.bench.wire;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Players who come in, some at a time. On the generator's thread.
final class Arrivals {
    private final Generator generator;
    private final List<? extends Visit> visits;
    private final int atOnce;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private int begun;
    private int in;

    Arrivals(Generator generator, List<? extends Visit> visits, int atOnce) {
        this.generator = generator;
        this.visits = visits;
        this.atOnce = atOnce;
    }

    CompletableFuture<Void> done() {
        return done;
    }

    void begin() {
        while (begun < visits.size() && begun - in < atOnce) generator.open(visits.get(begun++));
        if (visits.isEmpty()) done.complete(null);
    }

    void entered() {
        in++;
        if (in == visits.size()) done.complete(null);
        else begin();
    }

    void failed(String why) {
        done.completeExceptionally(new IllegalStateException(why));
    }
}

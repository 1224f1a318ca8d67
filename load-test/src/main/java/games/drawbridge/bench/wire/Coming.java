package games.drawbridge.bench.wire;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Players who come, and go as soon as they are in; for each who goes another comes.
public final class Coming {
    private final Generator generator;
    private final Supplier<? extends Visit> visits;
    private final Executor calls;
    private int joined;
    private int there;
    private boolean over;
    private CompletableFuture<Void> empty = new CompletableFuture<>();

    /// @param visits may be asked from many threads, and take their time
    /// @param calls where they are asked
    public Coming(Generator generator, Supplier<? extends Visit> visits, Executor calls) {
        this.generator = generator;
        this.visits = visits;
        this.calls = calls;
    }

    /// Lets them come and go for that time, and waits until all are gone.
    public void run(int atOnce, long millis) {
        generator
                .loop()
                .execute(() -> {
                    over = false;
                    empty = new CompletableFuture<>();
                    generator.welcome(this);
                    for (int i = 0; i < atOnce; i++) begin();
                    generator.loop().schedule(() -> over = true, millis, TimeUnit.MILLISECONDS);
                });
        CompletableFuture.supplyAsync(() -> empty, generator.loop()).thenCompose(it -> it).join();
    }

    private void begin() {
        there++;
        CompletableFuture.supplyAsync(visits, calls)
                .whenCompleteAsync(
                        (visit, failed) -> {
                            if (failed == null) generator.open(visit);
                            else generator.failed(String.valueOf(failed));
                        },
                        generator.loop());
    }

    void entered(Client client) {
        joined++;
        client.leave();
    }

    void gone() {
        there--;
        if (!over) begin();
        else if (there == 0) empty.complete(null);
    }

    void failed(String why) {
        empty.completeExceptionally(new IllegalStateException(why));
    }

    /// How many were in so far.
    public int joined() {
        return CompletableFuture.supplyAsync(() -> joined, generator.loop()).join();
    }
}

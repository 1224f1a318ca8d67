package games.drawbridge.realtime.purchases;

import games.drawbridge.model.room.Purchase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// Hears what players have bought and tells the rooms. Looks are taken by one thread.
public final class PurchaseNews {
    private final Function<Instant, List<Purchase>> source;
    private final InstantSource clock;
    private final Consumer<Purchase> tell;
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();
    private Instant from;

    private record Heard(Purchase purchase, Instant at) {}

    /// @param tell goes to all rooms of this node
    public PurchaseNews(PurchaseTable table, InstantSource clock, Consumer<Purchase> tell) {
        this(table::since, clock, tell);
    }

    PurchaseNews(
            Function<Instant, List<Purchase>> source,
            InstantSource clock,
            Consumer<Purchase> tell) {
        this.source = source;
        this.clock = clock;
        this.tell = tell;
        from = clock.instant().minus(PurchaseLimits.MEMORY);
    }

    /// Looks what was bought since the last time. Fails when it cannot be read; the next look then
    /// goes back further.
    public void look() {
        var now = clock.instant();
        for (var purchase : source.apply(from))
            if (heard.put(purchase.id(), new Heard(purchase, now)) == null) tell.accept(purchase);
        from = now.minus(PurchaseLimits.BACK);
        heard.values().removeIf(it -> it.at().plus(PurchaseLimits.MEMORY).isBefore(now));
    }

    /// What was bought in the last two minutes, for a room that is opened. From any thread.
    public List<Purchase> lately() {
        return heard.values().stream().map(Heard::purchase).toList();
    }
}

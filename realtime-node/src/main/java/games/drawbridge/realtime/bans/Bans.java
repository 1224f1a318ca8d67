package games.drawbridge.realtime.bans;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.realtime.bans.BansTable.Word;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// Who may not be connected now. Looked up by every hello; kept by one thread.
public final class Bans {
    private final Function<Instant, List<Word>> source;
    private final InstantSource clock;
    private final Consumer<PlayerId> close;
    private final Map<PlayerId, Instant> until = new ConcurrentHashMap<>();
    private final Map<String, Instant> heard = new HashMap<>();
    private Instant from;

    /// @param close takes a player's sockets away
    public Bans(BansTable table, InstantSource clock, Consumer<PlayerId> close) {
        this(table::since, clock, close);
    }

    Bans(Function<Instant, List<Word>> source, InstantSource clock, Consumer<PlayerId> close) {
        this.source = source;
        this.clock = clock;
        this.close = close;
        from = clock.instant().minus(BanLimits.MEMORY);
    }

    public boolean has(PlayerId player) {
        var end = until.get(player);
        return end != null && end.isAfter(clock.instant());
    }

    /// Looks what was said since the last time. Fails when it cannot be read; the next look then
    /// goes back further.
    public void look() {
        var now = clock.instant();
        for (var word : source.apply(from)) if (heard.put(word.id(), now) == null) apply(word, now);
        from = now.minus(BanLimits.BACK);
        heard.values().removeIf(at -> at.plus(BanLimits.MEMORY).isBefore(now));
        until.values().removeIf(end -> !end.isAfter(now));
    }

    private void apply(Word word, Instant now) {
        if (word.lifted()) {
            until.remove(word.player());
            return;
        }
        var memory = now.plus(BanLimits.MEMORY);
        var end = word.until().isBefore(memory) ? word.until() : memory;
        until.merge(word.player(), end, (before, next) -> before.isAfter(next) ? before : next);
        if (word.until().isAfter(now)) close.accept(word.player());
    }
}

package games.drawbridge.realtime.news;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// Hears what is new, each of it once. Looks are taken by one thread.
public final class News<T> {
    /// Between two looks: half of the second in which it is heard of.
    public static final Duration EVERY = Duration.ofMillis(500);

    /// How far back a look goes: a row's time is its writer's, and it may stand there as long after
    /// that as a function tries to write it. What was read before is read again, so it is not more.
    static final Duration BACK = Duration.ofSeconds(10);

    /// How long it is remembered that something was heard: longer than a look goes back.
    public static final Duration SHORT = BACK.multipliedBy(2);

    /// The same where [#lately] tells it: longer than a room is without an owner.
    public static final Duration LONG = Duration.ofMinutes(2);

    private final Function<Instant, List<T>> source;
    private final Function<T, String> id;
    private final Duration memory;
    private final InstantSource clock;
    private final Consumer<List<T>> tell;
    private final Map<String, Heard<T>> heard = new ConcurrentHashMap<>();
    private Instant from;

    private record Heard<T>(T news, Instant at) {}

    /// @param source what was written since a moment
    /// @param tell is given all that one look found, if it found something
    public News(
            Function<Instant, List<T>> source,
            Function<T, String> id,
            Duration memory,
            InstantSource clock,
            Consumer<List<T>> tell) {
        this.source = source;
        this.id = id;
        this.memory = memory;
        this.clock = clock;
        this.tell = tell;
        from = clock.instant().minus(memory);
    }

    /// Looks what is new since the last time. Fails when it cannot be read; the next look then goes
    /// back further.
    public void look() {
        var now = clock.instant();
        var fresh = new ArrayList<T>();
        for (T news : source.apply(from))
            if (heard.put(id.apply(news), new Heard<>(news, now)) == null) fresh.add(news);
        if (!fresh.isEmpty()) tell.accept(List.copyOf(fresh));
        from = now.minus(BACK);
        heard.values().removeIf(it -> it.at().plus(memory).isBefore(now));
    }

    /// What is remembered. From any thread.
    public List<T> lately() {
        return heard.values().stream().map(Heard::news).toList();
    }
}

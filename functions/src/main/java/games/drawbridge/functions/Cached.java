package games.drawbridge.functions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value from elsewhere, kept for a while in this function's memory. Nothing is read before the
/// first use, so a snapshot of the function holds none.
public final class Cached<T> implements Supplier<T> {
    private final Duration age;
    private final InstantSource clock;
    private final Supplier<T> source;
    private @Nullable T value;
    private Instant until = Instant.MIN;

    public Cached(Duration age, InstantSource clock, Supplier<T> source) {
        this.age = age;
        this.clock = clock;
        this.source = source;
    }

    /// The value as it was at most `age` ago.
    @Override
    public synchronized T get() {
        Instant now = clock.instant();
        T kept = value;
        if (kept != null && now.isBefore(until)) return kept;
        T fresh = source.get();
        value = fresh;
        until = now.plus(age);
        return fresh;
    }
}

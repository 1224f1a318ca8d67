package games.drawbridge.realtime.metrics;

import games.drawbridge.model.room.AckLevel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;

/// The node's figures in the text of Prometheus. Any thread may count.
public final class Metrics {
    private static final double MEDIAN = 0.5;
    private static final double SLOW = 0.99;

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<AckLevel, Timer> appends = new EnumMap<>(AckLevel.class);
    private final Map<AckLevel, Counter> entries = new EnumMap<>(AckLevel.class);

    public Metrics() {
        for (var level : AckLevel.values()) {
            var ack = level.name().toLowerCase(Locale.ROOT);
            appends.put(
                    level,
                    Timer.builder("drawbridge.append")
                            .description("From the append of a batch until it is as safe as asked")
                            .tag("ack", ack)
                            .publishPercentiles(MEDIAN, SLOW)
                            .register(registry));
            entries.put(
                    level,
                    Counter.builder("drawbridge.entries")
                            .description("Moves, seats and timers that were written down")
                            .tag("ack", ack)
                            .register(registry));
        }
    }

    /// A batch is as safe as its room asks.
    ///
    /// @param count of its entries
    public void appended(AckLevel level, int count, Duration took) {
        of(appends, level).record(took);
        of(entries, level).increment(count);
    }

    private static <T> T of(Map<AckLevel, T> all, AckLevel level) {
        T one = all.get(level);
        if (one == null) throw new IllegalArgumentException("no level " + level);
        return one;
    }

    /// A figure that is looked up when somebody scrapes.
    public void gauge(String name, String description, IntSupplier figure) {
        Gauge.builder(name, figure, IntSupplier::getAsInt)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    /// All of it as text.
    public String scrape() {
        return registry.scrape();
    }
}

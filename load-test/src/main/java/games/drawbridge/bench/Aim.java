package games.drawbridge.bench;

import games.drawbridge.record.Samples;
import java.util.List;
import java.util.Optional;

/// A figure that was promised, of one contestant, by itself or beside another one.
///
/// @param figure of the workload
/// @param least whether the bound is the least that it may be; else the most
/// @param beside the contestant of whose figure the bound is a multiple; absent where it stands for
///   itself
record Aim(
        String workload,
        String contestant,
        String figure,
        boolean least,
        double bound,
        Optional<String> beside) {
    private static final String OURS = "ours-memory";
    private static final String LIVE = "ours-live";

    static Aim least(String workload, String figure, double bound) {
        return new Aim(workload, OURS, figure, true, bound, Optional.empty());
    }

    static Aim most(String workload, String figure, double bound) {
        return new Aim(workload, OURS, figure, false, bound, Optional.empty());
    }

    Aim times(String other) {
        return new Aim(workload, contestant, figure, least, bound, Optional.of(other));
    }

    Aim of(String who) {
        return new Aim(workload, who, figure, least, bound, beside);
    }

    /// What we want to be.
    static List<Aim> all() {
        return List.of(
                least("duels", "delivered/s", 100_000),
                least("duels", "delivered/s", 2).times("colyseus"),
                least("duels", "delivered/s", 1.5).times("ws"),
                least("duels", "delivered/s", 0.7).times(OURS).of(LIVE),
                least("region", "changes delivered/s", 1_000_000).of(LIVE),
                most("light", "cpu µs/frame", 1.3).times("floor"),
                most("light", "p99 ms", 3),
                most("idle", "RSS KB/connection of 10,000", 6),
                most("idle-rooms", "cpu %", 1),
                least("churn", "joins/s of a core", 3_000),
                most("churn", "cpu µs/join", 250));
    }

    /// A row of the table; nothing where it was not measured.
    Optional<String> row(Results results) {
        var mine = results.median(workload, contestant, figure);
        if (mine.isEmpty()) return Optional.empty();
        var other = beside.flatMap(it -> results.median(workload, it, figure));
        if (beside.isPresent() && other.isEmpty()) return Optional.empty();
        double measured = mine.get() / other.orElse(1.0);
        boolean met = least ? measured >= bound : measured <= bound;
        return Optional.of(
                "| `%s` | %s: %s %s %s%s | %s | %s |"
                        .formatted(
                                workload,
                                contestant,
                                figure,
                                least ? "≥" : "≤",
                                Samples.shown(bound),
                                beside.map(it -> " × " + it).orElse(""),
                                Samples.shown(measured),
                                met ? "met" : "**not met**"));
    }
}

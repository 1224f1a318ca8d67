package games.drawbridge.simulation;

import games.drawbridge.history.Verdict;
import games.drawbridge.simulation.Plan.Fault;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/// What many seeds came to.
final class Summary {
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private long seeds;
    private long failing;
    private long violations;
    private long told;
    private long acknowledged;
    private long takeOvers;
    private long fenced;
    private long resumed;
    private long lost;

    void add(Outcome outcome) {
        seeds++;
        violations += outcome.violations().size();
        if (!outcome.violations().isEmpty()) failing++;
        outcome.faults().forEach((fault, count) -> faults.merge(fault, count, Integer::sum));
        told += sum(outcome, Verdict::told);
        acknowledged += sum(outcome, Verdict::acknowledged);
        takeOvers += sum(outcome, Verdict::takeOvers);
        fenced += sum(outcome, Verdict::fenced);
        resumed += sum(outcome, Verdict::resumed);
        lost += sum(outcome, Verdict::lost);
    }

    private static long sum(Outcome outcome, ToLongFunction<Verdict> of) {
        return outcome.verdicts().stream().mapToLong(of).sum();
    }

    long seeds() {
        return seeds;
    }

    long takeOvers() {
        return takeOvers;
    }

    long acknowledged() {
        return acknowledged;
    }

    long violations() {
        return violations;
    }

    @Override
    public String toString() {
        return ("%,d seeds: %,d kills, %,d pauses, %,d faults in all, %,d take-overs, %,d of them"
                        + " by the same node, %,d acks, %,d events told, %,d resumed, %,d told of a"
                        + " loss; %,d violations in %,d seeds")
                .formatted(
                        seeds,
                        faults.getOrDefault(Fault.KILL, 0),
                        faults.getOrDefault(Fault.PAUSE, 0),
                        faults.values().stream().mapToInt(it -> it).sum(),
                        takeOvers,
                        fenced,
                        acknowledged,
                        told,
                        resumed,
                        lost,
                        violations,
                        failing);
    }
}

package games.drawbridge.model.fleet;

import static java.util.Comparator.comparingLong;

import games.drawbridge.model.fleet.Step.Stay;
import games.drawbridge.model.fleet.Step.Why;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// How a fleet follows its load. A node is only ever stopped after it said itself that it is
/// leaving and has no rooms any more.
///
/// @param slots in the order in which they are used
/// @param minimum nodes that serve, however quiet it is
public record Fleet(List<Slot> slots, int minimum) {
    public Fleet {
        slots = List.copyOf(slots);
    }

    /// @return the one thing to do now
    public Step step() {
        var drained = first(Slot::isDrained);
        if (drained.isPresent() && (serving() >= minimum || free().isEmpty()))
            return new Step.Stop(drained.get().node());
        if (serving() + onTheirWay() < minimum) return grow();
        if (isBusy()) return onTheirWay() < FleetLimits.ON_THEIR_WAY ? grow() : stay(Why.WAITS);
        if (first(Slot::isDraining).isPresent() || onTheirWay() > 0) return stay(Why.WAITS);
        return isIdle() ? shrink() : stay(Why.FITS);
    }

    private Step grow() {
        return free().<Step>map(it -> new Step.Start(it.node())).orElseGet(this::exhausted);
    }

    private Step exhausted() {
        return stay(first(Slot::isDraining).isPresent() ? Why.WAITS : Why.EXHAUSTED);
    }

    private static Step stay(Why why) {
        return new Stay(why);
    }

    /// The emptiest goes: the fewest players have to move.
    private Step shrink() {
        return slots.stream()
                .filter(Slot::serves)
                .min(comparingLong(Slot::rooms))
                .<Step>map(it -> new Step.Drain(it.node()))
                .orElseGet(() -> stay(Why.FITS));
    }

    private boolean isBusy() {
        boolean allFull = slots.stream().filter(Slot::serves).allMatch(Slot::isFull);
        return serving() > 0 && (allFull || work() > (long) FleetLimits.GROW * serving());
    }

    private boolean isIdle() {
        return serving() > minimum && work() < (long) FleetLimits.SHRINK * (serving() - 1);
    }

    /// How busy those who serve are, all together.
    private long work() {
        return slots.stream().filter(Slot::serves).mapToLong(Slot::busy).sum();
    }

    /// How many nodes live and go on.
    public long serving() {
        return count(Slot::serves);
    }

    /// How many nodes should live and do not.
    public long onTheirWay() {
        return count(Slot::isOnItsWay);
    }

    /// How busy the busiest is, in percent.
    public int busiest() {
        return slots.stream().mapToInt(Slot::busy).max().orElse(0);
    }

    private Optional<Slot> free() {
        return first(slot -> !slot.wanted());
    }

    private Optional<Slot> first(Predicate<Slot> which) {
        return slots.stream().filter(which).findFirst();
    }

    private long count(Predicate<Slot> which) {
        return slots.stream().filter(which).count();
    }
}

package games.drawbridge.evening;

import games.drawbridge.bots.evening.Counts;
import games.drawbridge.bots.evening.Crowd;
import games.drawbridge.bots.evening.Notes;
import games.drawbridge.bots.evening.Pace;
import games.drawbridge.evening.judge.Evidence;
import games.drawbridge.evening.judge.Fault;
import games.drawbridge.evening.judge.Judge;
import games.drawbridge.evening.judge.Promise;
import games.drawbridge.evening.judge.Reading;
import games.drawbridge.faults.load.Waiting;
import games.drawbridge.local.World;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// One evening in a world that is there.
///
/// @param bots how many come
/// @param lasts from the first login to the last thing that is begun
public record Play(int bots, Duration lasts, Pace pace, long seed) {
    /// Of the evening, the part in which bots arrive.
    private static final int ARRIVE = 4;

    /// Nanoseconds between two lines that say how it goes.
    private static final long TELL = 30_000_000_000L;

    /// So many times as long as it should it lasts at most.
    private static final int MOST = 4;

    /// Seconds after which whoever still waits for something waits for ever.
    private static final int PATIENCE = 120;

    /// Milliseconds in which the last that happened is told to all who look there.
    private static final int TOLD = 1_500;

    /// Times that it is read again, as rooms pay prizes a little later.
    private static final int READINGS = 6;

    /// What came of it.
    ///
    /// @param killed the node that was
    /// @param seconds from the first login to the last answer
    public record Outcome(
            String killed, long seconds, Counts counts, Evidence evidence, List<Fault> faults) {}

    /// @param progress told what happens
    public Outcome play(World world, InstantSource clock, Consumer<String> progress)
            throws IOException {
        try (var hosts = new Hosts(world, clock);
                var crowd = new Crowd(hosts.way(), bots, pace, seed, clock)) {
            long from = System.nanoTime();
            crowd.arrive(lasts.dividedBy(ARRIVE));
            last(crowd, () -> crowd.present() >= bots / 2, progress);
            var killed = hosts.killOwner("region:north");
            progress.accept("killed " + killed);
            last(crowd, () -> crowd.present() == bots && isLively(crowd), progress);
            var faults = new ArrayList<>(rest(hosts, crowd, progress));
            long seconds = (System.nanoTime() - from) / 1_000_000_000;
            var notes = crowd.leave();
            progress.accept("everybody is gone; the logs are read");
            var evidence = judged(hosts, notes, faults);
            return new Outcome(killed, seconds, crowd.counts(), evidence, faults);
        }
    }

    private static boolean isLively(Crowd crowd) {
        return crowd.counts().of("seats in matches") > 0 && crowd.counts().of("clan joined") > 0;
    }

    /// Half the time of the evening; or more, on a busy machine, until things are as they should be
    /// by then.
    private void last(Crowd crowd, BooleanSupplier enough, Consumer<String> progress) {
        long half = lasts.dividedBy(2).toNanos();
        long from = System.nanoTime();
        for (long told = from, now = from;
                now - from < half || (now - from < MOST * half && !enough.getAsBoolean());
                now = System.nanoTime()) {
            Waiting.millis(Math.min(1_000, lasts.toMillis() / 4));
            if (now - told < TELL) continue;
            told = now;
            progress.accept(
                    "%d here, %d moves acknowledged, %d waiting"
                            .formatted(
                                    crowd.present(),
                                    crowd.counts().of("moves acknowledged"),
                                    crowd.waiting()));
        }
    }

    private List<Fault> rest(Hosts hosts, Crowd crowd, Consumer<String> progress) {
        progress.accept("nobody begins anything any more");
        int left = PATIENCE;
        while (left-- > 0 && !(crowd.unsettled().isEmpty() && hosts.isWell())) {
            crowd.calm();
            Waiting.millis(1_000);
        }
        Waiting.millis(TOLD);
        var faults = new ArrayList<Fault>();
        if (crowd.present() < bots)
            faults.add(new Fault(Promise.BOTS, "only " + crowd.present() + " got in"));
        if (!hosts.isWell()) faults.add(new Fault(Promise.BOTS, "a node did not come back"));
        if (!isLively(crowd))
            faults.add(new Fault(Promise.BOTS, "nobody played, or nobody was in a clan"));
        crowd.unsettled()
                .forEach(it ->
                        faults.add(new Fault(Promise.BOTS, it + ", after " + PATIENCE + " s")));
        crowd.faults().forEach(it -> faults.add(new Fault(Promise.BOTS, it)));
        return faults;
    }

    /// @param faults to which all others are added
    private static Evidence judged(Hosts hosts, List<Notes> notes, List<Fault> faults) {
        for (int i = 1; ; i++) {
            var reading =
                    new Reading(
                            hosts.api(), hosts.support(), player -> hosts.account(player).token());
            var evidence = reading.read(notes);
            var found = Judge.faults(evidence);
            boolean mayPass = found.stream().anyMatch(it -> it.promise() == Promise.TRADE);
            if (!mayPass || i == READINGS) {
                faults.addAll(found);
                return evidence;
            }
            Waiting.millis(5_000);
        }
    }
}

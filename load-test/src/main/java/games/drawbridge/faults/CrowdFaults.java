package games.drawbridge.faults;

import games.drawbridge.faults.load.Manner;
import games.drawbridge.faults.load.Mix;
import games.drawbridge.faults.load.Player;
import games.drawbridge.faults.load.Table;
import games.drawbridge.faults.load.Waiting;
import games.drawbridge.faults.net.Road;
import games.drawbridge.faults.net.Weather;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.record.Samples;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// What players can do to each other.
final class CrowdFaults {
    /// The others' p99 with the bad one in the room, by their p99 without.
    private static final String RATIO = "p99 with / without";

    /// Milliseconds until the node closed the socket.
    private static final String CUT = "cut off after ms";

    /// Eight players, 120 KB a second to each of them.
    private static final Mix EIGHT =
            Mix.only(AckLevel.LIVE, 1, 8, Manner.LIVELY.every(Duration.ofMillis(200))).size(3_000);

    private CrowdFaults() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario(
                                "slow-client",
                                "a client that reads 1 KB a second in a room of 8",
                                5,
                                0,
                                CrowdFaults::slow,
                                Goal.percentile(RATIO, 50, 1.1),
                                Goal.percentile(CUT, 100, 25_000)) // held back by 15 s, and 10 more
                        .with(EIGHT),
                new Scenario(
                                "abuse",
                                "a client in a room of 8 that sends 500 moves a second",
                                5,
                                0,
                                CrowdFaults::abuse,
                                Goal.percentile(RATIO, 50, 1.1),
                                Goal.percentile(CUT, 100, 10_000))
                        .with(EIGHT));
    }

    private static double p99(Round round, int seconds) {
        long from = System.nanoTime();
        Waiting.millis(1_000L * seconds);
        var samples = new Samples();
        for (var table : round.tables(_ -> true))
            table.answers()
                    .sentIn(from, System.nanoTime())
                    .forEach(it -> samples.add(it.took() / Round.MILLI));
        return samples.percentile(99);
    }

    private static void slow(Round round) {
        int seconds = round.brief() ? 5 : 15;
        double without = p99(round, seconds);
        var table = round.tables(_ -> true).getFirst();
        var node = round.stage().node(round.stage().owner(table.room()));
        try (var road = new Road(round.stage().vertx(), node.port(), round.stage().split())) {
            // Straight to the node: what lies between holds back nothing.
            var way = round.stage().gate((URI url) -> Stage.at(url, road.port()));
            var manner = new Manner(Duration.ofSeconds(2), Duration.ZERO, Duration.ofMinutes(2));
            var slow = round.load().visit(table, "slow-" + round.name(), way, manner);
            Waiting.until("the slow one is in", 30, slow::isInside);
            road.weather(Weather.slow(1_000));
            long from = round.mark("one reads 1 KB a second");
            round.figures().samples(RATIO).add(p99(round, seconds) / without);
            awaitCut(round, table, slow, from);
            road.weather(Weather.CLEAR);
            long over = System.nanoTime();
            road.cut();
            Waiting.until("the slow one is back", 30, () -> slow.joinedAt() > over);
            round.load().farewell(table, slow);
        }
    }

    /// The others are told at once when its socket is gone; it itself reads that much later.
    private static void awaitCut(Round round, Table table, Player slow, long from) {
        if (Waiting.became(30, () -> table.answers().awayAt(slow.id()) > from))
            round.figures()
                    .samples(CUT)
                    .add((table.answers().awayAt(slow.id()) - from) / Round.MILLI);
        else round.figures().violation(slow.id() + " reads 1 KB a second and was not cut off");
    }

    private static void abuse(Round round) {
        int seconds = round.brief() ? 5 : 15;
        double without = p99(round, seconds);
        var table = round.tables(_ -> true).getFirst();
        var abuser = new Abuser(round.stage().gate(), table.room(), "abuser-" + round.name());
        long from = round.mark("one sends 500 moves a second");
        var sending = Thread.ofPlatform().daemon().start(abuser);
        round.figures().samples(RATIO).add(p99(round, seconds) / without);
        abuser.stop();
        try {
            sending.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        abuser.cutAt().ifPresent(at -> round.figures().samples(CUT).add((at - from) / Round.MILLI));
    }
}

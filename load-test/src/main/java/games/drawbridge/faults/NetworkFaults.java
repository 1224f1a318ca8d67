package games.drawbridge.faults;

import games.drawbridge.faults.load.Waiting;
import games.drawbridge.faults.net.Weather;
import java.util.List;

/// What can happen on the way between players and the front door.
final class NetworkFaults {
    /// Milliseconds that a move's answer took meanwhile.
    private static final String ANSWERS = "answers ms";

    private NetworkFaults() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario(
                        "net-cut",
                        "every connection is reset",
                        20,
                        1,
                        NetworkFaults::cut,
                        Goal.percentile(Figures.SERVE, 99, 1_000)),
                new Scenario(
                        "net-late",
                        "everything takes 200 ms more, 100 up or down, each way",
                        2,
                        0,
                        round -> weather(round, Weather.late(200, 100)),
                        Goal.percentile(ANSWERS, 99, 1_000)),
                new Scenario(
                        "net-slow",
                        "2 KB a second for each connection and direction",
                        2,
                        0,
                        round -> weather(round, Weather.slow(2_000))),
                new Scenario(
                        "net-half-open",
                        "for 10 s everything disappears and no connection ends",
                        5,
                        0,
                        NetworkFaults::halfOpen,
                        Goal.percentile(Figures.SERVE, 100, 10_000)));
    }

    private static void cut(Round round) {
        var tables = round.tables(_ -> true);
        long fault = round.mark("every connection is reset");
        round.stage().road().cut();
        round.awaitService(tables, fault, System.nanoTime(), true);
        Waiting.millis(500);
    }

    private static void weather(Round round, Weather weather) {
        var tables = round.tables(_ -> true);
        long fault = round.mark(weather.toString());
        round.stage().road().weather(weather);
        round.last(20);
        long until = round.mark("the weather is clear");
        round.stage().road().weather(Weather.CLEAR);
        round.all(ANSWERS, tables, fault, until - 2_000_000_000L);
        Waiting.millis(1_000);
    }

    private static void halfOpen(Round round) {
        var tables = round.tables(_ -> true);
        round.mark("everything disappears");
        round.stage().road().weather(Weather.SWALLOWING);
        round.last(10);
        long healed = round.mark("nothing disappears any more");
        round.stage().road().weather(Weather.CLEAR);
        round.awaitService(tables, healed, healed, false);
    }
}

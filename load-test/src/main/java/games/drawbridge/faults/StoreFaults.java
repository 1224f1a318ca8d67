package games.drawbridge.faults;

import games.drawbridge.faults.load.Waiting;
import games.drawbridge.faults.net.Trouble;
import games.drawbridge.local.process.Signal;
import games.drawbridge.local.process.Supervised;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What can happen to the stores: Redis, DynamoDB and S3.
final class StoreFaults {
    /// Milliseconds that an answer of a `durable` room took meanwhile.
    private static final String DURABLE = "durable answers ms";

    private StoreFaults() {}

    static List<Scenario> all() {
        var all = new ArrayList<Scenario>();
        all.add(redis("redis-kill", "Redis killed; it is back in a second or two", 20, 1, false));
        all.add(redis("redis-empty", "Redis killed; it comes back empty", 20, 1, true));
        all.add(
                new Scenario(
                        "redis-stop",
                        "Redis stands still for 30 s",
                        3,
                        0,
                        StoreFaults::stopped,
                        Goal.percentile(Figures.SERVE, 100, 5_000)));
        dynamo(all);
        return all;
    }

    private static void dynamo(List<Scenario> all) {
        all.add(
                dynamo(
                        "throttle",
                        "DynamoDB throttles 30 % of the calls",
                        Trouble.THROTTLE,
                        0.3,
                        1));
        all.add(dynamo("errors", "DynamoDB fails 20 % of the calls", Trouble.FAIL, 0.2, 0));
        all.add(dynamo("hang", "DynamoDB never answers 5 % of the calls", Trouble.HANG, 0.05, 0));
        all.add(
                dynamo(
                        "void",
                        "DynamoDB does 5 % of the calls and their answers are lost",
                        Trouble.VOID,
                        0.05,
                        1));
        all.add(
                new Scenario(
                        "away",
                        "DynamoDB is fully away for 60 s",
                        2,
                        0,
                        StoreFaults::away,
                        Goal.percentile(Figures.SERVE, 100, 5_000)));
        all.add(
                new Scenario(
                        "s3-away", "S3 is fully away for 30 s", 2, 0, StoreFaults::archiveAway));
    }

    // ---- Redis ----

    private static Scenario redis(
            String name, String what, int rounds, int brief, boolean emptied) {
        return new Scenario(
                name,
                what,
                rounds,
                brief,
                round -> killed(round, emptied),
                Goal.percentile(Figures.SERVE, 100, 5_000));
    }

    private static void killed(Round round, boolean emptied) throws Exception {
        var live = round.tables(it -> !Round.isDurable(it));
        var durable = round.tables(Round::isDurable);
        var redis = round.stage().world().redis();
        long fault = round.mark("Redis is killed" + (emptied ? " and emptied" : ""));
        redis.send(Signal.KILL);
        if (emptied) wipe(round.stage().world().folder().root().resolve("redis"));
        Waiting.until("Redis is back", 60, () -> redis.state() == Supervised.State.OK);
        serveAgain(round, live);
        round.all(DURABLE, durable, fault, System.nanoTime());
        Waiting.millis(1_000);
    }

    private static void wipe(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList())
                if (!each.equals(folder)) Files.deleteIfExists(each);
        }
    }

    private static void stopped(Round round) throws Exception {
        var live = round.tables(it -> !Round.isDurable(it));
        var durable = round.tables(Round::isDurable);
        var redis = round.stage().world().redis();
        long fault = round.mark("Redis stands still");
        redis.send(Signal.STOP);
        round.last(30);
        long until = round.mark("Redis goes on");
        redis.send(Signal.CONT);
        serveAgain(round, live);
        round.all(DURABLE, durable, fault, until);
    }

    /// Counts from now, when the fault is over.
    private static void serveAgain(Round round, List<games.drawbridge.faults.load.Table> tables) {
        long now = System.nanoTime();
        round.awaitService(tables, now, now, false);
    }

    // ---- DynamoDB ----

    private static Scenario dynamo(
            String name, String what, Trouble trouble, double share, int brief) {
        return new Scenario(
                "dynamo-" + name,
                what,
                3,
                brief,
                round -> troubled(round, what, trouble, share),
                Goal.percentile(DURABLE, 99, 2_000));
    }

    private static void troubled(Round round, String what, Trouble trouble, double share) {
        long fault = round.mark(what);
        round.stage().dynamoDb().trouble(trouble, share);
        round.last(30);
        long until = round.mark("DynamoDB is well");
        round.stage().dynamoDb().calm();
        serveAgain(round, round.tables(_ -> true));
        round.all(DURABLE, round.tables(Round::isDurable), fault, until);
    }

    private static void away(Round round) {
        round.mark("DynamoDB is away");
        round.stage().dynamoDb().trouble(Trouble.REFUSE, 1);
        round.last(60);
        round.mark("DynamoDB is back");
        round.stage().dynamoDb().calm();
        serveAgain(round, round.tables(_ -> true));
    }

    // ---- S3 ----

    private static void archiveAway(Round round) {
        long fault = round.mark("S3 is away");
        round.stage().s3().trouble(Trouble.REFUSE, 1);
        round.last(30);
        long until = round.mark("S3 is back");
        round.stage().s3().calm();
        round.all("answers ms", round.tables(_ -> true), fault, until);
    }
}

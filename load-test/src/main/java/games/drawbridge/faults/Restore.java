package games.drawbridge.faults;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.books.Ledger;
import games.drawbridge.faults.load.Load;
import games.drawbridge.faults.load.Manner;
import games.drawbridge.faults.load.Mix;
import games.drawbridge.faults.load.Table;
import games.drawbridge.faults.load.Waiting;
import games.drawbridge.local.Backup;
import games.drawbridge.local.Checkout;
import games.drawbridge.local.deploy.Deploy;
import games.drawbridge.local.process.Signal;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.restore.Mending;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All tables are lost while the live log and the bucket are as they were, and come back from a
/// backup of a moment of play.
final class Restore {
    /// Seconds of play until that moment, and from there to the loss.
    private static final int BEFORE = 20;

    private static final int AFTER = 10;

    /// Seconds in which who plays has everything.
    private static final int REST = 60;

    /// Milliseconds in which those who leave have left: who leaves a game loses it.
    private static final int LEAVING = 1_000;

    /// For the build: a few rooms of each level, and games that end.
    private static final Mix FEW = new Mix(1, 2, 2, 3, 2, 0, Manner.LIVELY);

    private final Stage stage;
    private final Checkout checkout;
    private final Path folder;
    private final boolean brief;
    private final InstantSource clock;
    private final Figures figures = new Figures();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final long began = System.nanoTime();

    /// @param folder for the backup
    Restore(Stage stage, Checkout checkout, Path folder, boolean brief, InstantSource clock) {
        this.stage = stage;
        this.checkout = checkout;
        this.folder = folder;
        this.brief = brief;
        this.clock = clock;
    }

    /// A room at the moment of the backup.
    ///
    /// @param log as it could be read just before: all of it must come back
    private record Kept(Table table, List<JsonNode> log) {}

    /// What there was, by what it is.
    Map<String, Long> counts() {
        return counts;
    }

    /// Of the play after the restore, and whatever did not hold.
    Figures figures() {
        return figures;
    }

    void rehearse() throws Exception {
        say("players come in");
        var load = new Load(stage.gate(), mix(), "restore", stage.split().nextLong());
        load.start();
        pass(BEFORE);
        var kept = load.tables().stream().map(it -> new Kept(it, Prizes.log(stage, it))).toList();
        say("the moment to which the tables will be restored");
        var moment = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        stage.world().backup(folder);
        pass(AFTER);
        say("players go");
        load.settle(REST);
        load.stop();
        Waiting.millis(LEAVING);
        var won = Prizes.wonOf(stage, load.tables());
        Waiting.until("ended games are archived", REST, () -> won.stream().allMatch(this::isWhole));
        say("all tables are deleted");
        lose();
        try (var backup = Backup.open(checkout, folder, stage.split())) {
            restore(backup, moment);
            say("they are back; the ledger and the rooms are looked at");
            check(Ledger.of(backup.dynamoDb(), stage.variable("WALLETS_TABLE")));
        }
        kept.forEach(this::check);
        check(won);
        count("rooms of then", kept.size());
        count("events of then", kept.stream().mapToInt(it -> it.log().size()).sum());
        say("players come back to rooms that were open");
        kept.forEach(it -> goesOn(load, it.table()));
        say("new players come in");
        playOn();
    }

    private void say(String what) {
        System.out.printf("%5d s  %s%n", (System.nanoTime() - began) / 1_000_000_000, what);
    }

    private Mix mix() {
        return brief ? FEW : Mix.USUAL;
    }

    private void pass(int seconds) {
        Waiting.millis(1_000L * (brief ? seconds / 2 : seconds));
    }

    private void count(String what, long count) {
        counts.put(what, count);
    }

    private boolean isWhole(Table table) {
        return stage.head(table.room()).containsKey("archive");
    }

    private void lose() {
        for (var table : stage.world().template().tables())
            stage.world().aws().dynamoDb().deleteTable(delete -> delete.tableName(table.name()));
    }

    /// Nobody may write until all rows are back: an effect that is applied to half a wallet would
    /// be overwritten by the other half.
    private void restore(Backup backup, Instant moment) throws Exception {
        var world = stage.world();
        for (var node : world.nodes().all()) node.process().send(Signal.STOP);
        world.stopTriggers();
        new Deploy(world.aws(), world.template(), checkout.client(), checkout.title()).tables();
        var copying = new Copying(backup.dynamoDb(), world.aws().dynamoDb());
        long rows = 0;
        for (var table : world.template().tables()) rows += copying.copy(table.name());
        count("rows copied back", rows);
        var mending =
                new Mending(
                        world.aws().s3(),
                        stage.variable("ARCHIVE_BUCKET"),
                        world.aws().dynamoDb(),
                        stage.variable("ROOMS_TABLE"));
        count("rooms that ended since, mended", mending.since(moment).rooms());
        world.deploy(checkout);
        for (var node : world.nodes().all()) node.process().send(Signal.KILL);
        stage.awaitNodes();
    }

    // ---- what must hold ----

    private void check(Ledger then) {
        var missing = new ArrayList<>(then.transactions().entrySet());
        missing.removeAll(stage.ledger().transactions().entrySet());
        missing.forEach(it -> figures.violation(it + " is gone"));
        figures.lost += missing.size();
        count("transactions of then", then.transactions().size());
    }

    /// Games that were won before the loss, then or since: their prizes are paid, once.
    private void check(List<Table> won) {
        var there = won.stream().filter(it -> !log(it).isEmpty()).toList();
        int now = Prizes.wonOf(stage, there).size();
        if (now != won.size()) {
            figures.lost += won.size() - now;
            figures.violation(now + " of " + won.size() + " games are still won");
        }
        Prizes.faults(stage, there).forEach(figures::violation);
        count("games won until the loss, one prize each", now);
    }

    private void check(Kept room) {
        if (room.table().level() == AckLevel.MEMORY) return; // promises nothing without its node
        int same = same(room.log(), log(room.table()));
        if (same == room.log().size()) return;
        figures.lost += room.log().size() - same;
        figures.violation(
                "%s %s %s reads the same up to %d of %d events"
                        .formatted(
                                room.table().room(),
                                room.table().kind(),
                                room.table().level(),
                                same,
                                room.log().size()));
    }

    private List<JsonNode> log(Table table) {
        try {
            return Prizes.log(stage, table);
        } catch (IllegalStateException unreadable) {
            figures.violation(table.room() + " cannot be read: " + unreadable.getMessage());
            return List.of();
        }
    }

    private static int same(List<JsonNode> then, List<JsonNode> now) {
        int same = 0;
        int most = Math.min(then.size(), now.size());
        while (same < most && then.get(same).equals(now.get(same))) same++;
        return same;
    }

    /// Somebody comes to a room that was open.
    private void goesOn(Load load, Table table) {
        if (!table.kind().equals("relay") || table.level() == AckLevel.MEMORY) return;
        var visitor = load.visit(table, "again-" + table.room(), stage.gate(), Manner.LIVELY);
        if (Waiting.became(REST, visitor::isInside)) load.farewell(table, visitor);
        else figures.violation(table.room() + " does not go on");
    }

    /// The world is as good as before.
    private void playOn() {
        var load = new Load(stage.gate(), mix(), "after", stage.split().nextLong());
        try {
            load.start();
            pass(AFTER);
            long calmAt = System.nanoTime();
            load.settle(REST);
            new Judge(stage, figures).judge(load, calmAt);
            Prizes.faults(stage, load.tables()).forEach(figures::violation);
        } finally {
            load.stop();
        }
    }
}

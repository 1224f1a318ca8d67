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
import java.nio.file.Path;
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

    private final Stage stage;
    private final Checkout checkout;
    private final Path folder;
    private final boolean brief;
    private final Figures figures = new Figures();
    private final Map<String, Long> counts = new LinkedHashMap<>();

    /// @param folder for the backup
    Restore(Stage stage, Checkout checkout, Path folder, boolean brief) {
        this.stage = stage;
        this.checkout = checkout;
        this.folder = folder;
        this.brief = brief;
    }

    /// A room at the moment of the backup.
    ///
    /// @param log as it could be read before: all of it must come back
    private record Kept(Table table, List<JsonNode> log) {}

    /// What is lost and what is there after all, by what it is.
    Map<String, Long> counts() {
        return counts;
    }

    /// Of the play after the restore, and whatever did not hold.
    Figures figures() {
        return figures;
    }

    void rehearse() throws Exception {
        var load = new Load(stage.gate(), Mix.USUAL, "restore", stage.split().nextLong());
        load.start();
        Waiting.millis(1_000L * (brief ? BEFORE / 2 : BEFORE));
        var kept = load.tables().stream().map(it -> new Kept(it, Prizes.log(stage, it))).toList();
        stage.world().backup(folder);
        Waiting.millis(1_000L * (brief ? AFTER / 2 : AFTER));
        load.settle(REST);
        load.stop();
        var before = Prizes.count(stage, load.tables());
        counts.put("games won until the loss", (long) before);
        lose();
        try (var backup = Backup.open(checkout, folder, stage.split())) {
            restore(backup);
            check(Ledger.of(backup.dynamoDb(), stage.table("WALLETS_TABLE")), kept);
        }
        kept.forEach(it -> goesOn(load, it.table()));
        playOn();
    }

    private void lose() {
        for (var table : stage.world().template().tables())
            stage.world().aws().dynamoDb().deleteTable(delete -> delete.tableName(table.name()));
    }

    /// Nobody may write until all rows are back: an effect that is applied to half a wallet would
    /// be overwritten by the other half.
    private void restore(Backup backup) throws Exception {
        var world = stage.world();
        for (var node : world.nodes().all()) node.process().send(Signal.STOP);
        world.stopTriggers();
        new Deploy(world.aws(), world.template(), checkout.client(), checkout.title()).tables();
        var copying = new Copying(backup.dynamoDb(), world.aws().dynamoDb());
        long rows = 0;
        for (var table : world.template().tables()) rows += copying.copy(table.name());
        counts.put("rows copied back", rows);
        world.deploy(checkout);
        for (var node : world.nodes().all()) node.process().send(Signal.KILL);
        stage.awaitNodes();
    }

    private void check(Ledger then, List<Kept> kept) {
        var missing = new ArrayList<>(then.transactions().entrySet());
        missing.removeAll(stage.ledger().transactions().entrySet());
        missing.forEach(it -> figures.violation(it + " is gone"));
        counts.put("transactions of then", (long) then.transactions().size());
        counts.put("of them gone", (long) missing.size());
        figures.lost += missing.size();
        long events = 0;
        for (var room : kept) {
            events += room.log().size();
            if (room.table().level() != AckLevel.MEMORY) check(room);
        }
        counts.put("rooms of then", (long) kept.size());
        counts.put("events of then", events);
        var tables = kept.stream().map(Kept::table).toList();
        Prizes.faults(stage, tables).forEach(figures::violation);
        counts.put("games of then won by now", (long) Prizes.count(stage, tables));
    }

    private void check(Kept room) {
        List<JsonNode> now;
        try {
            now = Prizes.log(stage, room.table());
        } catch (IllegalStateException unreadable) {
            figures.lost += room.log().size();
            figures.violation(room.table().room() + " cannot be read: " + unreadable.getMessage());
            return;
        }
        int same = 0;
        int most = Math.min(now.size(), room.log().size());
        while (same < most && now.get(same).equals(room.log().get(same))) same++;
        if (same == room.log().size()) return;
        figures.lost += room.log().size() - same;
        figures.violation(
                "%s %s %s reads the same up to %d of %d events, and has %d"
                        .formatted(
                                room.table().room(),
                                room.table().kind(),
                                room.table().level(),
                                same,
                                room.log().size(),
                                now.size()));
    }

    /// Somebody comes back to a room that was open.
    private void goesOn(Load load, Table table) {
        if (!table.kind().equals("relay") || table.level() == AckLevel.MEMORY) return;
        var visitor = load.visit(table, "again-" + table.room(), stage.gate(), Manner.LIVELY);
        if (Waiting.became(REST, visitor::isInside)) load.farewell(table, visitor);
        else figures.violation(table.room() + " does not go on");
    }

    /// The world is as good as before.
    private void playOn() {
        var load = new Load(stage.gate(), Mix.USUAL, "after", stage.split().nextLong());
        try {
            load.start();
            Waiting.millis(1_000L * (brief ? BEFORE / 4 : BEFORE / 2));
            long calmAt = System.nanoTime();
            load.settle(REST);
            new Judge(stage, figures).judge(load, calmAt);
            Prizes.faults(stage, load.tables()).forEach(figures::violation);
        } finally {
            load.stop();
        }
    }
}

package games.drawbridge.faults;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.faults.load.Rereading;
import games.drawbridge.faults.load.Table;
import games.drawbridge.faults.load.Waiting;
import java.util.ArrayList;
import java.util.List;

/// What games came to: of each that was won, one prize in the ledger.
final class Prizes {
    /// Seconds that an effect may take from the room to the wallet.
    private static final int PATIENCE = 60;

    private Prizes() {}

    /// A game that somebody won.
    private record Won(Table table, String winner) {
        String room() {
            return table.room().value();
        }
    }

    /// Waits for prizes that are still on their way.
    ///
    /// @return whatever does not add up, as sentences
    static List<String> faults(Stage stage, List<Table> tables) {
        var won = won(stage, tables);
        Waiting.became(
                PATIENCE,
                () -> {
                    var ledger = stage.ledger();
                    return won.stream().noneMatch(it -> ledger.prizesOf(it.room()).isEmpty());
                });
        var ledger = stage.ledger();
        var faults = new ArrayList<>(ledger.faults());
        for (var each : won) {
            var prizes = ledger.prizesOf(each.room());
            if (prizes.size() != 1 || !prizes.getFirst().player().equals(each.winner()))
                faults.add(each.room() + ", won by " + each.winner() + ", came to " + prizes);
        }
        return faults;
    }

    /// Those of the games that somebody has won.
    static List<Table> wonOf(Stage stage, List<Table> tables) {
        return won(stage, tables).stream().map(Won::table).toList();
    }

    private static List<Won> won(Stage stage, List<Table> tables) {
        var won = new ArrayList<Won>();
        for (var table : tables) {
            if (!table.kind().equals("four-in-a-row")) continue;
            var winner = winner(log(stage, table));
            if (!winner.isEmpty()) won.add(new Won(table, winner));
        }
        return won;
    }

    /// The log as a player of the room reads it.
    static List<JsonNode> log(Stage stage, Table table) {
        var reader = stage.account(table.players().getFirst().id().value());
        return Rereading.events(stage.gate().api(), table.room(), reader.token());
    }

    private static String winner(List<JsonNode> log) {
        if (log.isEmpty()) return "";
        var winner = log.getLast().at("/body/over/winner");
        return winner.isTextual() ? winner.asText() : "";
    }
}

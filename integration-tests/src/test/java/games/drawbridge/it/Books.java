package games.drawbridge.it;

import games.drawbridge.books.Ledger;
import games.drawbridge.books.Ledger.Prize;
import java.util.List;

/// The ledger of the world that all tests share, read anew each time.
final class Books {
    private Books() {}

    static List<Prize> prizes() {
        return ledger().prizes();
    }

    static List<Prize> prizesOf(String room) {
        return ledger().prizesOf(room);
    }

    /// Everything that does not add up, as sentences.
    static List<String> faults() {
        return ledger().faults();
    }

    private static Ledger ledger() {
        var table = TheWorld.world().template().variable("WALLETS_TABLE").orElseThrow();
        return Ledger.of(TheWorld.world().aws().dynamoDb(), table);
    }
}

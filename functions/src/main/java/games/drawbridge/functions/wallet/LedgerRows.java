package games.drawbridge.functions.wallet;

import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Booking;
import games.drawbridge.model.wallet.Pocket;
import games.drawbridge.model.wallet.Standing;
import games.drawbridge.model.wallet.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// What a transaction of the ledger is in the table of wallets.
final class LedgerRows {
    private LedgerRows() {}

    static String pk(PlayerId player) {
        return "WALLET#" + player;
    }

    /// Stands for ever, so that a transaction happens once.
    static Row once(String transaction) {
        return Row.key("TRANSACTION#" + transaction, "HEAD");
    }

    /// The transaction itself, which is the first, its pockets, an entry for each leg of a wallet,
    /// and the instances that it makes.
    ///
    /// @param seen its pockets, where they have a row
    static List<TransactWriteItem> of(
            String table,
            Transaction transaction,
            Booking.Booked booked,
            Map<Pocket, Standing> seen,
            Instant now) {
        var puts = new ArrayList<TransactWriteItem>();
        puts.add(
                once(transaction.id())
                        .with("reason", transaction.reason())
                        .with("legs", JsonText.write(booked.legs()))
                        .with("at", now.toEpochMilli())
                        .putIfAbsent(table));
        booked.after()
                .forEach((pocket, stands) ->
                        puts.add(
                                BalanceTable.putIfStill(
                                        table,
                                        pocket,
                                        Optional.ofNullable(seen.get(pocket)),
                                        stands)));
        for (var leg : booked.legs())
            if (leg.account().player().isPresent())
                puts.add(EntryTable.row(transaction, leg, now).putIfAbsent(table));
        for (var instance : transaction.made())
            puts.add(InstanceTable.row(instance, transaction, now).putIfAbsent(table));
        return puts;
    }

    static List<Balance> balances(Booking.Booked booked) {
        return booked.after().entrySet().stream()
                .map(pocket -> BalanceTable.balance(pocket.getKey(), pocket.getValue()))
                .toList();
    }
}

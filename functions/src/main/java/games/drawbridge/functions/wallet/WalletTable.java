package games.drawbridge.functions.wallet;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Collision;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Booking;
import games.drawbridge.model.wallet.Pocket;
import games.drawbridge.model.wallet.Standing;
import games.drawbridge.model.wallet.Transaction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// The ledger and the balances that it makes. [#apply] is the one way money moves: it reads all
/// rows that a transaction touches as one snapshot, decides, and writes all of them on condition
/// that none has changed.
public final class WalletTable {
    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;
    private final Attempts attempts;

    public WalletTable(Aws aws, InstantSource clock, RandomGenerator dice) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("WALLETS_TABLE");
        this.clock = clock;
        attempts = new Attempts(dice);
    }

    /// Does a transaction, whole or not at all, and once however often it is asked.
    public Outcome apply(Transaction transaction) {
        return attempts.until(() -> attempt(transaction, null, _ -> List.of()));
    }

    /// The same for a purchase, with its receipt.
    public Outcome apply(Transaction transaction, Purchase purchase) {
        return attempts.until(() -> attempt(transaction, purchase, _ -> List.of()));
    }

    /// The same with rows of other tables, all or none: [Outcome.Refused] says which of them was
    /// not as its condition wants it. A transaction that was done before is answered as such,
    /// whatever became of its rows since.
    public Outcome apply(Transaction transaction, Beside beside) {
        return attempts.until(() -> attempt(transaction, null, beside));
    }

    /// Empty when others wrote the same rows in between.
    private Optional<Outcome> attempt(
            Transaction transaction, @Nullable Purchase purchase, Beside beside) {
        Instant now = clock.instant();
        var puts = new ArrayList<TransactWriteItem>();
        int own = 0;
        try {
            var seen = snapshot(transaction, purchase, now);
            var hindrance = seen.hindrance(purchase);
            if (hindrance.isPresent()) return hindrance;
            return switch (seen.book(transaction)) {
                case Booking.Insufficient(var unit) ->
                        Optional.of(new Outcome.InsufficientFunds(unit));
                case Booking.Booked booked -> {
                    var balances = balances(booked);
                    puts.addAll(ledger(transaction, booked, seen, now));
                    if (purchase != null) puts.addAll(sale(purchase, seen, balances, now));
                    own = puts.size();
                    puts.addAll(beside.rows(booked));
                    dynamo.transactWriteItems(write -> write.transactItems(puts));
                    yield Optional.of(new Outcome.Applied(balances));
                }
            };
        } catch (TransactionCanceledException cancelled) {
            return Collision.refused(cancelled, own).map(Outcome.Refused::new);
        }
    }

    private static List<Balance> balances(Booking.Booked booked) {
        return booked.after().entrySet().stream()
                .map(pocket -> BalanceTable.balance(pocket.getKey(), pocket.getValue()))
                .toList();
    }

    private Snapshot snapshot(Transaction transaction, @Nullable Purchase purchase, Instant now) {
        var pockets = transaction.pockets();
        var keys = new ArrayList<Row>(List.of(key(transaction)));
        pockets.forEach(pocket -> keys.add(BalanceTable.key(pocket)));
        if (purchase != null) {
            keys.add(ReceiptTable.key(purchase.player(), purchase.key()));
            keys.add(key(purchase));
        }
        var rows = read(keys).iterator();

        boolean applied = rows.next().isPresent();
        var found = new LinkedHashMap<Pocket, Standing>();
        for (var pocket : pockets)
            rows.next().ifPresent(row -> found.put(pocket, BalanceTable.standing(row)));
        if (purchase == null) return new Snapshot(applied, found, Optional.empty());
        long seconds = now.getEpochSecond();
        boolean answered = rows.next().filter(row -> !row.expired(seconds)).isPresent();
        return new Snapshot(
                applied || answered, found, rows.next().map(row -> row.number("count")));
    }

    private List<Optional<Row>> read(List<Row> keys) {
        var gets = keys.stream().map(key -> key.get(table)).toList();
        return dynamo.transactGetItems(read -> read.transactItems(gets)).responses().stream()
                .map(response -> Row.found(response.item()))
                .toList();
    }

    /// The transaction itself, its pockets, and an entry for each leg of a wallet.
    private List<TransactWriteItem> ledger(
            Transaction transaction, Booking.Booked booked, Snapshot seen, Instant now) {
        var puts = new ArrayList<TransactWriteItem>();
        var once =
                key(transaction)
                        .with("reason", transaction.reason())
                        .with("legs", JsonText.write(booked.legs()))
                        .with("at", now.toEpochMilli());
        puts.add(once.putIfAbsent(table));
        booked.after()
                .forEach((pocket, stands) ->
                        puts.add(
                                BalanceTable.putIfStill(table, pocket, seen.seen(pocket), stands)));
        for (var leg : booked.legs())
            if (leg.account().player().isPresent())
                puts.add(EntryTable.row(transaction, leg, now).putIfAbsent(table));
        return puts;
    }

    /// The count against the item's limit, and the receipt.
    private List<TransactWriteItem> sale(
            Purchase purchase, Snapshot seen, List<Balance> balances, Instant now) {
        var count = key(purchase).with("count", seen.bought(purchase));
        var receipt =
                ReceiptTable.row(
                        purchase.player(), purchase.key(), purchase.receipt().apply(balances));
        var seconds = Row.empty().with(":seconds", now.getEpochSecond());
        return List.of(
                count.putIfStill(table, "count", seen.bought()),
                receipt.putIf(table, ReceiptTable.FREE, seconds));
    }

    static String pk(PlayerId player) {
        return "WALLET#" + player;
    }

    private static Row key(Transaction transaction) {
        return Row.key("TRANSACTION#" + transaction.id(), "HEAD");
    }

    private static Row key(Purchase purchase) {
        return Row.key(pk(purchase.player()), "BOUGHT#" + purchase.sku());
    }
}

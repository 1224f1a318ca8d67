package games.drawbridge.functions.wallet;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Collision;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Leg;
import games.drawbridge.model.wallet.Transaction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
        return attempts.until(() -> attempt(transaction, null));
    }

    /// The same for a purchase, with its receipt.
    public Outcome apply(Transaction transaction, Purchase purchase) {
        return attempts.until(() -> attempt(transaction, purchase));
    }

    /// Empty when others wrote the same rows in between.
    private Optional<Outcome> attempt(Transaction transaction, @Nullable Purchase purchase) {
        Instant now = clock.instant();
        try {
            var seen = snapshot(transaction, purchase, now);
            var outcome = seen.decide(purchase);
            if (outcome instanceof Outcome.Applied(var balances)) {
                var puts = ledger(transaction, seen, now);
                if (purchase != null) puts.addAll(sale(purchase, seen, balances, now));
                dynamo.transactWriteItems(write -> write.transactItems(puts));
            }
            return Optional.of(outcome);
        } catch (TransactionCanceledException cancelled) {
            Collision.orThrow(cancelled);
            return Optional.empty();
        }
    }

    private Snapshot snapshot(Transaction transaction, @Nullable Purchase purchase, Instant now) {
        var legs = new ArrayList<>(transaction.legs());
        legs.removeIf(leg -> leg.account().player().isEmpty());
        var keys = new ArrayList<Row>(List.of(key(transaction)));
        legs.forEach(leg -> keys.add(BalanceTable.key(leg)));
        if (purchase != null) {
            keys.add(ReceiptTable.key(purchase.player(), purchase.key()));
            keys.add(key(purchase));
        }
        var rows = read(keys).iterator();

        boolean applied = rows.next().isPresent();
        var found = new ArrayList<Snapshot.Found>();
        for (Leg leg : legs)
            found.add(new Snapshot.Found(leg, rows.next().map(row -> row.number("balance"))));
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

    /// The transaction itself, and per leg the balance and its entry.
    private List<TransactWriteItem> ledger(Transaction transaction, Snapshot seen, Instant now) {
        var puts = new ArrayList<TransactWriteItem>();
        var once =
                key(transaction)
                        .with("reason", transaction.reason())
                        .with("legs", JsonText.write(transaction.legs()))
                        .with("at", now.toEpochMilli());
        puts.add(once.putIfAbsent(table));
        for (var found : seen.legs()) {
            var balance = BalanceTable.key(found.leg()).with("balance", found.after());
            puts.add(balance.putIfStill(table, "balance", found.balance()));
            puts.add(EntryTable.row(transaction, found.leg(), now).putIfAbsent(table));
        }
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

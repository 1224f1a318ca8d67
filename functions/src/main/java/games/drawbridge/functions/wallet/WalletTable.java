package games.drawbridge.functions.wallet;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Collision;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.wallet.Booking;
import games.drawbridge.model.wallet.Pocket;
import games.drawbridge.model.wallet.Standing;
import games.drawbridge.model.wallet.Transaction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// The ledger and the balances that it makes. Money moves here or by [PurchaseTable]: all rows that
/// a transaction touches are read as one snapshot, it is decided, and all of them are written on
/// condition that none has changed.
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

    /// @param before whether the transaction was applied
    /// @param pockets those that have a row
    private record Snapshot(boolean before, Map<Pocket, Standing> pockets) {}

    /// Does a transaction, whole or not at all, and once however often it is asked.
    public Outcome apply(Transaction transaction) {
        return apply(transaction, _ -> List.of());
    }

    /// The same with rows of other tables, all or none: [Outcome.Refused] says which of them was
    /// not as its condition wants it. A transaction that was done before is answered as such,
    /// whatever became of its rows since.
    public Outcome apply(Transaction transaction, Beside beside) {
        return attempts.until(() -> attempt(transaction, beside));
    }

    /// Empty when others wrote the same rows in between.
    private Optional<Outcome> attempt(Transaction transaction, Beside beside) {
        Instant now = clock.instant();
        int own = 0;
        try {
            var seen = snapshot(transaction);
            if (seen.before()) return Optional.of(new Outcome.AlreadyApplied());
            return switch (Booking.of(transaction, seen.pockets())) {
                case Booking.Insufficient(var unit) ->
                        Optional.of(new Outcome.InsufficientFunds(unit));
                case Booking.Booked booked -> {
                    var puts = new ArrayList<TransactWriteItem>();
                    puts.addAll(LedgerRows.of(table, transaction, booked, seen.pockets(), now));
                    own = puts.size();
                    puts.addAll(beside.rows(booked));
                    dynamo.transactWriteItems(write -> write.transactItems(puts));
                    yield Optional.of(new Outcome.Applied(LedgerRows.balances(booked)));
                }
            };
        } catch (TransactionCanceledException cancelled) {
            return Collision.refused(cancelled, own).map(Outcome.Refused::new);
        }
    }

    private Snapshot snapshot(Transaction transaction) {
        var pockets = transaction.pockets();
        var keys = new ArrayList<Row>(List.of(LedgerRows.once(transaction.id())));
        pockets.forEach(pocket -> keys.add(BalanceTable.key(pocket)));
        var gets = keys.stream().map(key -> key.get(table)).toList();
        var rows = dynamo.transactGetItems(read -> read.transactItems(gets)).responses().iterator();

        boolean applied = Row.found(rows.next().item()).isPresent();
        var found = new LinkedHashMap<Pocket, Standing>();
        for (var pocket : pockets)
            Row.found(rows.next().item())
                    .ifPresent(row -> found.put(pocket, BalanceTable.standing(row)));
        return new Snapshot(applied, found);
    }
}

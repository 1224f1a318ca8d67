package games.drawbridge.functions.wallet;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Collision;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.wallet.Purchase.Outcome;
import games.drawbridge.model.store.Bought;
import games.drawbridge.model.store.Customer;
import games.drawbridge.model.store.Order;
import games.drawbridge.model.wallet.Booking;
import games.drawbridge.model.wallet.Pocket;
import games.drawbridge.model.wallet.Standing;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Buys: reads all that an order is decided by as one snapshot, decides, and writes the ledger, the
/// count, the receipt and what rooms are told on condition that nothing of it has changed.
public final class PurchaseTable {
    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;
    private final Attempts attempts;
    private final PurchaseNewsTable news;

    public PurchaseTable(Aws aws, InstantSource clock, RandomGenerator dice) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("WALLETS_TABLE");
        this.clock = clock;
        attempts = new Attempts(dice);
        news = new PurchaseNewsTable(aws);
    }

    /// @param before whether the key was answered
    /// @param pockets those that have a row
    /// @param bought empty when the player never bought the item
    private record Seen(boolean before, Map<Pocket, Standing> pockets, Optional<Bought> bought) {

        Customer customer(Purchase purchase) {
            var balances = new HashMap<Unit, Long>();
            pockets.forEach((pocket, stands) -> balances.put(pocket.unit(), stands.held()));
            return new Customer(
                    purchase.player(),
                    balances,
                    bought.map(it -> Map.of(purchase.order().sku(), it)).orElse(Map.of()));
        }
    }

    /// Does it once, however often it is asked.
    public Outcome buy(Purchase purchase) {
        return attempts.until(() -> attempt(purchase));
    }

    /// Empty when others wrote the same rows in between.
    private Optional<Outcome> attempt(Purchase purchase) {
        Instant now = clock.instant();
        try {
            var seen = look(purchase, now);
            if (seen.before()) return Optional.of(new Outcome.Answered());
            var decided =
                    purchase.order()
                            .decide(
                                    purchase.transaction(),
                                    seen.customer(purchase),
                                    purchase.catalogue(),
                                    now);
            return Optional.of(
                    switch (decided) {
                        case Order.Outcome.Refused refused -> new Outcome.NotSold(refused);
                        case Order.Outcome.Accepted accepted -> sell(purchase, accepted, seen, now);
                    });
        } catch (TransactionCanceledException cancelled) {
            Collision.orThrow(cancelled);
            return Optional.empty();
        }
    }

    private Outcome sell(
            Purchase purchase, Order.Outcome.Accepted accepted, Seen seen, Instant now) {
        return switch (Booking.of(accepted.transaction(), seen.pockets())) {
            case Booking.Insufficient(var unit) -> new Outcome.Poor(unit);
            case Booking.Booked booked -> write(purchase, accepted, booked, seen, now);
        };
    }

    private Seen look(Purchase purchase, Instant now) {
        var player = purchase.player();
        var pockets = purchase.order().pockets(player, purchase.catalogue());
        var keys = new ArrayList<Row>();
        keys.add(LedgerRows.once(purchase.transaction()));
        keys.add(ReceiptTable.key(player, purchase.key()));
        keys.add(BoughtTable.key(player, purchase.order().sku()));
        pockets.forEach(pocket -> keys.add(BalanceTable.key(pocket)));
        var gets = keys.stream().map(key -> key.get(table)).toList();
        var rows =
                dynamo.transactGetItems(read -> read.transactItems(gets)).responses().stream()
                        .map(response -> Row.found(response.item()))
                        .iterator();

        boolean applied = rows.next().isPresent();
        boolean answered =
                rows.next().filter(row -> !row.expired(now.getEpochSecond())).isPresent();
        var bought = rows.next().map(BoughtTable::bought);
        var found = new LinkedHashMap<Pocket, Standing>();
        for (var pocket : pockets)
            rows.next().ifPresent(row -> found.put(pocket, BalanceTable.standing(row)));
        return new Seen(applied || answered, found, bought);
    }

    private Outcome write(
            Purchase purchase,
            Order.Outcome.Accepted accepted,
            Booking.Booked booked,
            Seen seen,
            Instant now) {
        var player = purchase.player();
        String sku = purchase.order().sku();
        var receipt = purchase.receipt().apply(accepted, LedgerRows.balances(booked));
        var puts = new ArrayList<TransactWriteItem>();
        puts.addAll(LedgerRows.of(table, accepted.transaction(), booked, seen.pockets(), now));
        puts.add(
                BoughtTable.row(player, sku, accepted.bought())
                        .putIfStill(table, "count", seen.bought().map(Bought::ever)));
        puts.add(
                ReceiptTable.row(player, purchase.key(), receipt)
                        .putIf(
                                table,
                                ReceiptTable.FREE,
                                Row.empty().with(":seconds", now.getEpochSecond())));
        puts.addAll(onlySeen(purchase, booked, seen));
        news.row(purchase.transaction(), player, booked, now).ifPresent(puts::add);
        dynamo.transactWriteItems(write -> write.transactItems(puts));
        return new Outcome.Done(receipt);
    }

    /// What was looked at and does not change must still be so: what is required could be sold in
    /// the same moment.
    private List<TransactWriteItem> onlySeen(Purchase purchase, Booking.Booked booked, Seen seen) {
        return purchase.order().pockets(purchase.player(), purchase.catalogue()).stream()
                .filter(pocket -> !booked.after().containsKey(pocket))
                .map(pocket ->
                        BalanceTable.checkStill(
                                table, pocket, Optional.ofNullable(seen.pockets().get(pocket))))
                .toList();
    }
}

package games.drawbridge.functions.wallet;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Pocket;
import games.drawbridge.model.wallet.Standing;
import games.drawbridge.model.wallet.Unit;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The balances of all wallets, to read; only [WalletTable] changes them.
public final class BalanceTable {
    private static final String BALANCE = "BALANCE#";

    private final DynamoDbClient dynamo;
    private final String table;

    public BalanceTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("WALLETS_TABLE");
    }

    /// All that a player holds or owes, currencies and goods; what is used up is left out.
    public List<Balance> of(PlayerId player) {
        var range = Row.range(LedgerRows.pk(player), BALANCE);
        return dynamo
                .queryPaginator(
                        read -> read.tableName(table).applyMutation(range).consistentRead(true))
                .items()
                .stream()
                .map(Row::of)
                .map(row -> balance(new Pocket(player, unit(row)), standing(row)))
                .filter(balance -> balance.amount() > 0 || balance.owed() > 0)
                .toList();
    }

    static Balance balance(Pocket pocket, Standing stands) {
        return new Balance(pocket.player(), pocket.unit(), stands.held(), stands.owed());
    }

    static Row key(Pocket pocket) {
        return Row.key(LedgerRows.pk(pocket.player()), BALANCE + pocket.unit());
    }

    static Standing standing(Row row) {
        return new Standing(row.number("balance"), row.optionalNumber("debt").orElse(0L));
    }

    /// Puts how a pocket stands now, if it still stands as it was seen; empty means that it had no
    /// row.
    static TransactWriteItem putIfStill(
            String table, Pocket pocket, Optional<Standing> seen, Standing now) {
        var row = key(pocket).with("balance", now.held());
        if (now.owed() > 0) row.with("debt", now.owed());
        return seen.map(was -> row.putIf(table, still(was), named(was)))
                .orElseGet(() -> row.putIfAbsent(table));
    }

    /// Nothing is written if the pocket does not stand as it was seen.
    static TransactWriteItem checkStill(String table, Pocket pocket, Optional<Standing> seen) {
        var row = key(pocket);
        return seen.map(was -> row.check(table, still(was), named(was)))
                .orElseGet(() -> row.check(table, "attribute_not_exists(pk)", Row.empty()));
    }

    private static String still(Standing seen) {
        return seen.owed() == 0
                ? "balance = :balance AND attribute_not_exists(debt)"
                : "balance = :balance AND debt = :debt";
    }

    private static Row named(Standing seen) {
        var named = Row.empty().with(":balance", seen.held());
        return seen.owed() == 0 ? named : named.with(":debt", seen.owed());
    }

    private static Unit unit(Row row) {
        return new Unit(row.text("sk").substring(BALANCE.length()));
    }
}

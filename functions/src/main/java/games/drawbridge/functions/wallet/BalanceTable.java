package games.drawbridge.functions.wallet;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Leg;
import games.drawbridge.model.wallet.Unit;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The balances of all wallets, to read; only [WalletTable] changes them.
final class BalanceTable {
    private static final String BALANCE = "BALANCE#";

    private final DynamoDbClient dynamo;
    private final String table;

    BalanceTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("WALLETS_TABLE");
    }

    /// All that a player holds, currencies and goods; what is used up is left out.
    List<Balance> of(PlayerId player) {
        var range = Row.range(WalletTable.pk(player), BALANCE);
        return dynamo
                .queryPaginator(
                        read -> read.tableName(table).applyMutation(range).consistentRead(true))
                .items()
                .stream()
                .map(Row::of)
                .map(row -> new Balance(player, unit(row), row.number("balance")))
                .filter(balance -> balance.amount() > 0)
                .toList();
    }

    static Row key(Leg leg) {
        return Row.key(WalletTable.pk(leg.account().player().orElseThrow()), BALANCE + leg.unit());
    }

    private static Unit unit(Row row) {
        return new Unit(row.text("sk").substring(BALANCE.length()));
    }
}

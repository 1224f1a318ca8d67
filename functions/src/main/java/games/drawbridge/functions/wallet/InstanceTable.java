package games.drawbridge.functions.wallet;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.BatchTable;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.wallet.Instance;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What the pieces of unique goods are like, in whosever wallet they are.
final class InstanceTable {
    /// Rows that one read takes.
    private static final int BATCH = 100;

    private final DynamoDbClient dynamo;
    private final String table;

    InstanceTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("WALLETS_TABLE");
    }

    /// By unit.
    Map<Unit, Instance> of(Collection<Unit> units) {
        var found = new HashMap<Unit, Instance>();
        var keys = units.stream().map(InstanceTable::key).toList();
        for (int from = 0; from < keys.size(); from += BATCH) {
            var some = keys.subList(from, Math.min(from + BATCH, keys.size()));
            for (var row : BatchTable.read(dynamo, table, some)) {
                var instance = instance(row);
                found.put(instance.unit(), instance);
            }
        }
        return found;
    }

    static Row row(Instance instance, Transaction transaction, Instant at) {
        return key(instance.unit())
                .with("instance", JsonText.write(instance))
                .with("transaction", transaction.id())
                .with("at", at.toEpochMilli());
    }

    private static Row key(Unit unit) {
        return Row.key("INSTANCE#" + unit, "HEAD");
    }

    private static Instance instance(Row row) {
        return JsonText.read(row.text("instance"), Instance.class);
    }
}

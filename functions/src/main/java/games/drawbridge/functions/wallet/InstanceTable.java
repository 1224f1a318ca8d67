package games.drawbridge.functions.wallet;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.wallet.Instance;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

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
        var keys = new ArrayList<Map<String, AttributeValue>>();
        units.forEach(unit -> keys.add(key(unit).values()));
        for (int from = 0; from < keys.size(); from += BATCH) {
            var some = keys.subList(from, Math.min(from + BATCH, keys.size()));
            for (var row : read(some)) {
                var instance = instance(row);
                found.put(instance.unit(), instance);
            }
        }
        return found;
    }

    /// DynamoDB may leave some for the next time.
    private List<Row> read(List<Map<String, AttributeValue>> keys) {
        var rows = new ArrayList<Row>();
        var left = Map.of(table, KeysAndAttributes.builder().keys(keys).build());
        while (!left.isEmpty()) {
            var asked = left;
            var answer = dynamo.batchGetItem(read -> read.requestItems(asked));
            answer.responses().getOrDefault(table, List.of()).forEach(it -> rows.add(Row.of(it)));
            left = answer.unprocessedKeys();
        }
        return rows;
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

package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// Reads many rows of one table, a hundred at a time.
final class BoardRowsTable {
    private static final int TOGETHER = 100;

    private final DynamoDbClient dynamo;
    private final Attempts attempts = new Attempts(new SecureRandom());

    BoardRowsTable(Aws aws) {
        dynamo = aws.dynamoDb();
    }

    /// Those that are there, by `pk sk`.
    Map<String, Row> read(String table, Collection<Row> keys, boolean consistent) {
        var found = new HashMap<String, Row>();
        var all = keys.stream().map(Row::values).distinct().toList();
        for (int at = 0; at < all.size(); at += TOGETHER) {
            var left = new ArrayList<>(all.subList(at, Math.min(all.size(), at + TOGETHER)));
            attempts.until(() -> {
                left.retainAll(some(table, List.copyOf(left), consistent, found));
                return left.isEmpty() ? Optional.of(true) : Optional.empty();
            });
        }
        return found;
    }

    /// The keys that the table was too busy for.
    private List<Map<String, AttributeValue>> some(
            String table,
            List<Map<String, AttributeValue>> keys,
            boolean consistent,
            Map<String, Row> into) {
        var asked = KeysAndAttributes.builder().keys(keys).consistentRead(consistent).build();
        var answer = dynamo.batchGetItem(get -> get.requestItems(Map.of(table, asked)));
        for (var values : answer.responses().getOrDefault(table, List.of()))
            into.put(name(Row.of(values)), Row.of(values));
        var left = answer.unprocessedKeys().get(table);
        return left == null ? List.of() : left.keys();
    }

    static String name(Row row) {
        return row.text("pk") + " " + row.text("sk");
    }
}

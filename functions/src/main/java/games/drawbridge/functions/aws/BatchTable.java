package games.drawbridge.functions.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// Any table, of which many rows are read at once.
public final class BatchTable {
    /// A batch read may leave keys out when the table is busy.
    private static final int MOST_READS = 5;

    private BatchTable() {}

    /// The rows with these keys, in any order; those that are not there are left out.
    ///
    /// @param keys at most 100, each once
    public static List<Row> read(DynamoDbClient dynamo, String table, List<Row> keys) {
        return read(dynamo, table, keys, null, Map.of());
    }

    /// The same, of some attributes only.
    ///
    /// @param names by what stands for them: `#name` → `name`
    public static List<Row> read(
            DynamoDbClient dynamo,
            String table,
            List<Row> keys,
            @Nullable String attributes,
            Map<String, String> names) {
        var rows = new ArrayList<Row>();
        List<Map<String, AttributeValue>> left = keys.stream().map(Row::values).toList();
        for (int n = 0; n < MOST_READS && !left.isEmpty(); n++) {
            var wanted =
                    KeysAndAttributes.builder()
                            .keys(left)
                            .projectionExpression(attributes)
                            .expressionAttributeNames(names.isEmpty() ? null : names)
                            .build();
            var asked = BatchGetItemRequest.builder().requestItems(Map.of(table, wanted)).build();
            var answer = dynamo.batchGetItem(asked);
            answer.responses().getOrDefault(table, List.of()).stream()
                    .map(Row::of)
                    .forEach(rows::add);
            var unread = answer.unprocessedKeys().get(table);
            left = unread == null ? List.of() : unread.keys();
        }
        if (!left.isEmpty()) throw new IllegalStateException("DynamoDB leaves keys unread");
        return rows;
    }
}

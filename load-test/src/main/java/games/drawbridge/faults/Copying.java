package games.drawbridge.faults;

import games.drawbridge.faults.load.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Copies a table's rows, from where point-in-time recovery has put them to where the stack looks
/// for them.
///
/// @param from with the rows
/// @param to with a table of the same name, empty
record Copying(DynamoDbClient from, DynamoDbClient to) {
    /// Rows that DynamoDB takes at once.
    private static final int BATCH = 25;

    private static final int PAUSE_MILLIS = 50;

    /// @return how many rows it has
    long copy(String table) {
        long rows = 0;
        var batch = new ArrayList<Map<String, AttributeValue>>();
        for (var row : rows(from, table)) {
            batch.add(row);
            rows++;
            if (batch.size() == BATCH) put(table, batch);
        }
        if (!batch.isEmpty()) put(table, batch);
        return rows;
    }

    private static Iterable<Map<String, AttributeValue>> rows(DynamoDbClient at, String table) {
        return at.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items();
    }

    private void put(String table, List<Map<String, AttributeValue>> batch) {
        var left = Map.of(table, batch.stream().map(Copying::request).toList());
        while (!left.isEmpty()) {
            var now = left;
            left = to.batchWriteItem(write -> write.requestItems(now)).unprocessedItems();
            if (!left.isEmpty()) Waiting.millis(PAUSE_MILLIS);
        }
        batch.clear();
    }

    private static WriteRequest request(Map<String, AttributeValue> row) {
        return WriteRequest.builder().putRequest(put -> put.item(row)).build();
    }
}

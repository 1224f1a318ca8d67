package games.drawbridge.realtime.storage;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A partition whose sort keys begin with the time at which its rows were written, in milliseconds
/// of 13 digits. All calls block.
///
/// @param partition its key
public record WrittenTable(DynamoDbClient dynamo, String table, String partition) {

    /// The rows since a moment, in the order in which they were written.
    public List<Row> since(Instant at) {
        var values =
                Row.EMPTY
                        .with(":partition", partition)
                        .with(":since", "%013d".formatted(at.toEpochMilli()))
                        .attributes();
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .keyConditionExpression("pk = :partition AND sk >= :since")
                                .expressionAttributeValues(values)
                                .consistentRead(true))
                .items()
                .stream()
                .map(Row::new)
                .toList();
    }
}

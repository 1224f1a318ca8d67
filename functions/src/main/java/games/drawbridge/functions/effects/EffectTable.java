package games.drawbridge.functions.effects;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The effects of all rooms, and which of them are still to be carried out.
final class EffectTable {
    private final DynamoDbClient dynamo;
    private final String table;

    EffectTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("ROOMS_TABLE");
    }

    /// Those still pending that were written before a time, oldest first.
    List<Pending> before(Instant time, int most) {
        var values = Row.empty().with(":yes", "yes").with(":time", time.toEpochMilli()).values();
        return dynamo
                .query(query ->
                        query.tableName(table)
                                .indexName("pending")
                                .keyConditionExpression("pending = :yes AND #at < :time")
                                .expressionAttributeNames(Map.of("#at", "at"))
                                .expressionAttributeValues(values)
                                .limit(most))
                .items()
                .stream()
                .map(Row::of)
                .map(row ->
                        Pending.of(
                                row.text("pk"),
                                row.text("sk"),
                                row.text("effect"),
                                row.number("at")))
                .toList();
    }

    /// Notes that an effect is carried out. A row that is gone needs no note.
    void done(Pending effect) {
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(Row.key(effect.pk(), effect.sk()).values())
                            .updateExpression("REMOVE pending")
                            .conditionExpression("attribute_exists(pk)"));
        } catch (ConditionalCheckFailedException _) {
            // archived with its room
        }
    }
}

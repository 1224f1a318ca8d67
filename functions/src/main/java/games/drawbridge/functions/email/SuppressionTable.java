package games.drawbridge.functions.email;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Which addresses get nothing more: what was sent there came back for good, or somebody there
/// called it spam. Kept by their hashes, whoever the players are and even after them, because a
/// sender who goes on is shut out.
public final class SuppressionTable {
    private final DynamoDbClient dynamo;
    private final String table;

    public SuppressionTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
    }

    /// @param why `bounce` or `complaint`
    /// @param message the letter's name at SES
    void add(EmailAddress address, String why, String message, Instant at) {
        var values =
                Row.empty()
                        .with(":why", why)
                        .with(":message", message)
                        .with(":at", at.toEpochMilli())
                        .values();
        dynamo.updateItem(update ->
                update.tableName(table)
                        .key(key(address).values())
                        .updateExpression("SET why = :why, message = :message, #at = :at")
                        .expressionAttributeNames(Map.of("#at", "at"))
                        .expressionAttributeValues(values));
    }

    public boolean has(EmailAddress address) {
        var answer =
                dynamo.getItem(get ->
                        get.tableName(table).key(key(address).values()).consistentRead(true));
        return answer.hasItem();
    }

    private static Row key(EmailAddress address) {
        return Row.key("SUPPRESSED#" + address.hash(), "HEAD");
    }
}

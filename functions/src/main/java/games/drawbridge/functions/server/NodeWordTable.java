package games.drawbridge.functions.server;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.config.Configuration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// What the realtime nodes are told of the server: the row `SERVER` of the Rooms table, which each
/// of them reads every second and tells its players.
public final class NodeWordTable {
    private static final Map<String, String> STATUS = Map.of("#status", "status");

    private final DynamoDbClient dynamo;
    private final String table;

    public NodeWordTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("ROOMS_TABLE");
    }

    private static Row key() {
        return Row.key("SERVER", "WORD");
    }

    /// Tells them how the server is.
    public void status(ServerStatus status) {
        String message = status.message();
        var values = Row.empty().with(":status", status.status());
        if (message != null) values.with(":message", message);
        dynamo.updateItem(update ->
                update.tableName(table)
                        .key(key().values())
                        .updateExpression(
                                message == null
                                        ? "SET #status = :status REMOVE message"
                                        : "SET #status = :status, message = :message")
                        .expressionAttributeNames(STATUS)
                        .expressionAttributeValues(values.values()));
    }

    /// Part of a transaction: tells them of a new configuration, and when its values change by
    /// themselves.
    public static TransactWriteItem configured(
            String rooms, Configuration configuration, Instant now) {
        var turns =
                configuration.turns(now).stream()
                        .map(turn -> Long.toString(turn.toEpochMilli()))
                        .toList();
        return key().update(
                        rooms,
                        "SET configVersion = :version, turns = :turns",
                        "attribute_not_exists(configVersion) OR configVersion < :version",
                        Row.empty()
                                .with(":version", configuration.version())
                                .with(":turns", turns));
    }
}

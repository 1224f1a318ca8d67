package games.drawbridge.functions.status;

import games.drawbridge.functions.Cached;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The one row about the server, read again every few seconds.
public final class ServerTable {
    /// How old what a player is told may be.
    private static final Duration AGE = Duration.ofSeconds(5);

    private final DynamoDbClient dynamo;
    private final String table;
    private final Cached<ServerStatus> status;

    public ServerTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("CONFIG_TABLE");
        status = new Cached<>(AGE, clock, this::read);
    }

    /// Open when nothing else was ever said.
    public ServerStatus status() {
        return status.get();
    }

    private ServerStatus read() {
        var key = Row.key("SERVER", "STATUS").values();
        return Row.found(dynamo.getItem(get -> get.tableName(table).key(key)).item())
                .map(row ->
                        new ServerStatus(
                                row.text("status"),
                                row.optionalText("message"),
                                row.number("configVersion")))
                .orElse(ServerStatus.OPEN);
    }
}

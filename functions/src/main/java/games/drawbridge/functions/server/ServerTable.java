package games.drawbridge.functions.server;

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

    /// Says it to all from now on; those who know the old take seconds to hear.
    public ServerStatus say(ServerStatus next) {
        var row =
                Row.key("SERVER", "STATUS")
                        .with("status", next.status())
                        .withOptional("message", next.message())
                        .with("configVersion", next.configVersion())
                        .withOptional("minimumVersion", next.minimumVersion());
        dynamo.putItem(put -> put.tableName(table).item(row.values()));
        return next;
    }

    /// As it is at this moment.
    public ServerStatus read() {
        var key = Row.key("SERVER", "STATUS").values();
        return Row.found(dynamo.getItem(get -> get.tableName(table).key(key)).item())
                .map(row ->
                        new ServerStatus(
                                row.text("status"),
                                row.optionalText("message"),
                                row.number("configVersion"),
                                row.optionalText("minimumVersion")))
                .orElse(ServerStatus.OPEN);
    }
}

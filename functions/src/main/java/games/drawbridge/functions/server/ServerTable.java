package games.drawbridge.functions.server;

import games.drawbridge.functions.Cached;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The one row about the server, read again every few seconds.
public final class ServerTable {
    /// How old what a player is told may be.
    private static final Duration AGE = Duration.ofSeconds(5);

    private static final Map<String, AttributeValue> KEY = Row.key("SERVER", "STATUS").values();

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

    /// Says it to all from now on; those who know the old take seconds to hear. The configuration's
    /// version is others' to say.
    public ServerStatus say(ServerStatus next) {
        var sets =
                new ArrayList<>(
                        List.of(
                                "#status = :status",
                                "configVersion = if_not_exists(configVersion, :none)"));
        var removes = new ArrayList<String>();
        var values = Row.empty().with(":status", next.status()).with(":none", 0);
        optional("message", next.message(), sets, removes, values);
        optional("minimumVersion", next.minimumVersion(), sets, removes, values);
        String change = "SET " + String.join(", ", sets);
        String all = removes.isEmpty() ? change : change + " REMOVE " + String.join(", ", removes);
        var answer =
                dynamo.updateItem(update ->
                        update.tableName(table)
                                .key(KEY)
                                .updateExpression(all)
                                .expressionAttributeNames(Map.of("#status", "status"))
                                .expressionAttributeValues(values.values())
                                .returnValues(ReturnValue.ALL_NEW));
        return status(Row.of(answer.attributes()));
    }

    /// Part of a transaction: says that another configuration holds.
    ///
    /// @param table Config
    public static TransactWriteItem configured(String table, long version) {
        return Row.of(new HashMap<>(KEY))
                .update(
                        table,
                        "SET #status = if_not_exists(#status, :open), configVersion = :version",
                        "attribute_not_exists(configVersion) OR configVersion < :version",
                        Map.of("#status", "status"),
                        Row.empty()
                                .with(":open", ServerStatus.OPEN.status())
                                .with(":version", version));
    }

    private static void optional(
            String name,
            @Nullable String value,
            List<String> sets,
            List<String> removes,
            Row values) {
        if (value == null) {
            removes.add(name);
        } else {
            sets.add(name + " = :" + name);
            values.with(":" + name, value);
        }
    }

    /// As it is at this moment.
    public ServerStatus read() {
        return Row.found(dynamo.getItem(get -> get.tableName(table).key(KEY)).item())
                .map(ServerTable::status)
                .orElse(ServerStatus.OPEN);
    }

    private static ServerStatus status(Row row) {
        return new ServerStatus(
                row.text("status"),
                row.optionalText("message"),
                row.number("configVersion"),
                row.optionalText("minimumVersion"));
    }
}

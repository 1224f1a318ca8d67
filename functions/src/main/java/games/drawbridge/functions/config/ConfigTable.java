package games.drawbridge.functions.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Collision;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.http.Page;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.server.NodeWordTable;
import games.drawbridge.functions.server.ServerTable;
import games.drawbridge.model.config.Change;
import games.drawbridge.model.config.Configuration;
import games.drawbridge.model.config.Segment;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// The live configuration: what holds now, and every version that ever did.
public final class ConfigTable {
    private static final String PK = "CONFIG";
    private static final Row HEAD = Row.key(PK, "HEAD");
    private static final String VERSION = "VERSION#";

    private final DynamoDbClient dynamo;
    private final String table;

    public ConfigTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("CONFIG_TABLE");
    }

    /// As it is at this moment.
    public Configuration read() {
        var answer =
                dynamo.getItem(get -> get.tableName(table).key(HEAD.values()).consistentRead(true));
        return Row.found(answer.item())
                .map(ConfigTable::version)
                .map(Version::configuration)
                .orElse(Configuration.NONE);
    }

    public Optional<Version> version(long version) {
        var key = Row.key(PK, sk(version)).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key));
        return Row.found(answer.item()).map(ConfigTable::version);
    }

    /// Newest first, one more than the page holds if there are more.
    public List<Version> versions(Page page) {
        var after = page.after();
        var start = after == null ? null : Row.key(PK, VERSION + after).values();
        return dynamo
                .query(query ->
                        query.tableName(table)
                                .applyMutation(Row.range(PK, VERSION))
                                .scanIndexForward(false)
                                .limit(page.toRead())
                                .exclusiveStartKey(start))
                .items()
                .stream()
                .map(Row::of)
                .map(ConfigTable::version)
                .toList();
    }

    /// Where a version stands in the list.
    public static String position(Version version) {
        return sk(version.configuration().version()).substring(VERSION.length());
    }

    /// Writes the next version, tells the server's status of it, and the nodes.
    ///
    /// @param rooms the table that the nodes read
    /// @return false when another version came in between
    public boolean write(Version next, String rooms) {
        long number = next.configuration().version();
        var writes =
                List.of(
                        row(Row.key(PK, "HEAD"), next)
                                .putIfStill(
                                        table,
                                        "version",
                                        number == 1 ? Optional.empty() : Optional.of(number - 1)),
                        row(Row.key(PK, sk(number)), next).putIfAbsent(table),
                        ServerTable.configured(table, number),
                        NodeWordTable.configured(rooms, next.configuration(), next.at()));
        try {
            dynamo.transactWriteItems(write -> write.transactItems(writes));
            return true;
        } catch (TransactionCanceledException cancelled) {
            Collision.orThrow(cancelled);
            return false;
        }
    }

    private static Row row(Row key, Version version) {
        return key.with("version", version.configuration().version())
                .with("changes", JsonText.write(stored(version.configuration().changes())))
                .with("at", version.at().toEpochMilli())
                .with("who", version.by().value())
                .with("why", version.why());
    }

    private static Version version(Row row) {
        var stored = JsonText.read(row.text("changes"), Stored[].class);
        var configuration =
                new Configuration(
                        row.number("version"), Stream.of(stored).map(Stored::change).toList());
        return new Version(
                configuration,
                Instant.ofEpochMilli(row.number("at")),
                new PlayerId(row.text("who")),
                row.text("why"));
    }

    /// A change as it is stored, its times in milliseconds since 1970.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Stored(
            String key,
            Object value,
            @Nullable Long from,
            @Nullable Long until,
            @Nullable Segment segment) {

        Change change() {
            return new Change(
                    key,
                    value instanceof Integer number ? (Long) number.longValue() : value,
                    from == null ? null : Instant.ofEpochMilli(from),
                    until == null ? null : Instant.ofEpochMilli(until),
                    segment);
        }
    }

    private static List<Stored> stored(List<Change> changes) {
        var all = new ArrayList<Stored>();
        for (var change : changes) {
            var from = change.from();
            var until = change.until();
            all.add(
                    new Stored(
                            change.key(),
                            change.value(),
                            from == null ? null : from.toEpochMilli(),
                            until == null ? null : until.toEpochMilli(),
                            change.segment()));
        }
        return all;
    }

    private static String sk(long version) {
        return "%s%012d".formatted(VERSION, version);
    }
}

package games.drawbridge.functions.store;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// The catalogues that were uploaded: each version for ever, and which of them is live.
public final class CatalogueTable {
    private static final String PARTITION = "CATALOGUE";
    private static final String VERSION = "VERSION#";
    private static final String LIVE = "LIVE";

    private final DynamoDbClient dynamo;
    private final String table;

    public CatalogueTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("CONFIG_TABLE");
    }

    /// One version.
    ///
    /// @param by who uploaded it
    /// @param text the catalogue, JSON
    public record Version(String version, Instant at, PlayerId by, String text) {}

    /// Empty while the one is live that came with the title.
    public Optional<Version> live() {
        return find(Row.key(PARTITION, LIVE));
    }

    public Optional<Version> find(String version) {
        return find(Row.key(PARTITION, VERSION + version));
    }

    private Optional<Version> find(Row key) {
        var answer = dynamo.getItem(get -> get.tableName(table).key(key.values()));
        return Row.found(answer.item()).map(CatalogueTable::version);
    }

    /// All of them, by name.
    public List<Version> all() {
        return dynamo
                .queryPaginator(
                        read -> read.tableName(table).applyMutation(Row.range(PARTITION, VERSION)))
                .items()
                .stream()
                .map(Row::of)
                .map(CatalogueTable::version)
                .toList();
    }

    /// Keeps a new version and makes it live, in one moment.
    ///
    /// @return whether the name was free
    public boolean upload(Version version) {
        var kept = row(Row.key(PARTITION, VERSION + version.version()), version);
        var live = row(Row.key(PARTITION, LIVE), version);
        var puts = List.of(kept.putIfAbsent(table), live.putAnyway(table));
        try {
            dynamo.transactWriteItems(write -> write.transactItems(puts));
            return true;
        } catch (TransactionCanceledException cancelled) {
            if (find(version.version()).isEmpty()) throw cancelled;
            return false;
        }
    }

    /// Makes a version live that was kept.
    public void goLive(Version version) {
        var row = row(Row.key(PARTITION, LIVE), version).values();
        dynamo.putItem(put -> put.tableName(table).item(row));
    }

    /// Makes the one live that came with the title.
    public void goBack() {
        dynamo.deleteItem(delete -> delete.tableName(table).key(Row.key(PARTITION, LIVE).values()));
    }

    private static Row row(Row key, Version version) {
        return key.with("version", version.version())
                .with("at", version.at().toEpochMilli())
                .with("by", version.by().value())
                .with("catalogue", version.text());
    }

    private static Version version(Row row) {
        return new Version(
                row.text("version"),
                Instant.ofEpochMilli(row.number("at")),
                new PlayerId(row.text("by")),
                row.text("catalogue"));
    }
}

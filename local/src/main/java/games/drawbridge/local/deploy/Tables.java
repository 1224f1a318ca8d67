package games.drawbridge.local.deploy;

import games.drawbridge.local.refusal.Refusal;
import games.drawbridge.local.template.Table;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/// Makes tables, their indexes, streams and expiry.
final class Tables {
    private final DynamoDbClient client;

    Tables(DynamoDbClient client) {
        this.client = client;
    }

    /// @throws Refusal when a table is there with other keys than declared
    void make(List<Table> tables) {
        tables.forEach(this::make);
    }

    private void make(Table table) {
        try {
            var there = client.describeTable(ask -> ask.tableName(table.name())).table();
            if (!keys(table.key()).equals(there.keySchema()))
                throw new Refusal(
                        table.name()
                                + " has other keys than template.yaml says: start with --fresh.");
            addIndexes(table, there);
        } catch (ResourceNotFoundException _) {
            client.createTable(request(table));
        }
        table.ttl().ifPresent(attribute -> expire(table.name(), attribute));
    }

    private static CreateTableRequest request(Table table) {
        var indexes = table.indexes().stream().map(Tables::index).toList();
        var request =
                CreateTableRequest.builder()
                        .tableName(table.name())
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(attributes(table))
                        .keySchema(keys(table.key()));
        if (!indexes.isEmpty()) request.globalSecondaryIndexes(indexes);
        table.stream()
                .ifPresent(view ->
                        request.streamSpecification(
                                stream -> stream.streamEnabled(true).streamViewType(view)));
        return request.build();
    }

    private static List<AttributeDefinition> attributes(Table table) {
        return table.types().entrySet().stream()
                .map(each ->
                        AttributeDefinition.builder()
                                .attributeName(each.getKey())
                                .attributeType(each.getValue())
                                .build())
                .toList();
    }

    private static List<KeySchemaElement> keys(Table.Key key) {
        var hash = element(key.hash(), KeyType.HASH);
        return key.range()
                .map(range -> List.of(hash, element(range, KeyType.RANGE)))
                .orElse(List.of(hash));
    }

    private static KeySchemaElement element(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static GlobalSecondaryIndex index(Table.Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(keys(index.key()))
                .projection(projection(index))
                .build();
    }

    private static Projection projection(Table.Index index) {
        var projection = Projection.builder().projectionType(index.projection());
        if (!index.attributes().isEmpty()) projection.nonKeyAttributes(index.attributes());
        return projection.build();
    }

    /// A template that grew an index finds its old table without it.
    private void addIndexes(Table table, TableDescription there) {
        var names =
                there.globalSecondaryIndexes().stream()
                        .map(GlobalSecondaryIndexDescription::indexName)
                        .toList();
        for (Table.Index index : table.indexes())
            if (!names.contains(index.name()))
                client.updateTable(update ->
                        update.tableName(table.name())
                                .attributeDefinitions(attributes(table))
                                .globalSecondaryIndexUpdates(List.of(creation(index))));
    }

    private static GlobalSecondaryIndexUpdate creation(Table.Index index) {
        return GlobalSecondaryIndexUpdate.builder()
                .create(create ->
                        create.indexName(index.name())
                                .keySchema(keys(index.key()))
                                .projection(projection(index)))
                .build();
    }

    private void expire(String table, String attribute) {
        var there = client.describeTimeToLive(ask -> ask.tableName(table)).timeToLiveDescription();
        if (there.timeToLiveStatus() == TimeToLiveStatus.DISABLED)
            client.updateTimeToLive(update ->
                    update.tableName(table)
                            .timeToLiveSpecification(
                                    ttl -> ttl.enabled(true).attributeName(attribute)));
    }
}

package games.drawbridge.local.deploy;

import games.drawbridge.local.refusal.Refusal;
import games.drawbridge.local.template.Table;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/// A table of an earlier run, brought to what the template says by now, as far as DynamoDB can
/// change a table that is there: its indexes, and a stream that it had not.
record KeptTable(DynamoDbClient client, Table table, TableDescription there) {
    private static final Duration ASK = Duration.ofMillis(20);

    /// @throws Refusal when it would have to be made anew
    void adapt() throws InterruptedException {
        if (!isSame(table.key(), there.keySchema())) throw differs("keys");
        stream();
        var same = new HashSet<String>();
        for (GlobalSecondaryIndexDescription index : there.globalSecondaryIndexes())
            if (isDeclared(index)) same.add(index.indexName());
            else remove(index.indexName());
        for (Table.Index index : table.indexes()) if (!same.contains(index.name())) add(index);
    }

    private Refusal differs(String part) {
        return new Refusal(
                "The table %s is kept with other %s than template.yaml says by now: start with --fresh, which forgets all that is kept."
                        .formatted(table.name(), part));
    }

    private void stream() throws InterruptedException {
        var stream = there.streamSpecification();
        boolean has = stream != null && stream.streamEnabled();
        var view = has ? Optional.of(stream.streamViewTypeAsString()) : Optional.<String>empty();
        if (view.equals(table.stream())) return;
        if (has) throw differs("stream records");
        change(update -> update.streamSpecification(Shape.stream(table.stream().orElseThrow())));
    }

    private boolean isDeclared(GlobalSecondaryIndexDescription there) {
        return table.indexes().stream()
                .filter(index -> index.name().equals(there.indexName()))
                .anyMatch(index ->
                        isSame(index.key(), there.keySchema())
                                && Shape.projection(index)
                                        .projectionTypeAsString()
                                        .equals(there.projection().projectionTypeAsString())
                                && Set.copyOf(index.attributes())
                                        .equals(Set.copyOf(there.projection().nonKeyAttributes())));
    }

    /// Whether a key has the same parts, of the same types.
    private boolean isSame(Table.Key declared, List<KeySchemaElement> kept) {
        var types =
                there.attributeDefinitions().stream()
                        .collect(
                                Collectors.toMap(
                                        AttributeDefinition::attributeName,
                                        AttributeDefinition::attributeTypeAsString));
        return Shape.keys(declared).equals(kept)
                && kept.stream()
                        .map(KeySchemaElement::attributeName)
                        .allMatch(name -> Objects.equals(types.get(name), table.types().get(name)));
    }

    private void remove(String index) throws InterruptedException {
        var removal = GlobalSecondaryIndexUpdate.builder().delete(each -> each.indexName(index));
        change(update -> update.globalSecondaryIndexUpdates(removal.build()));
    }

    private void add(Table.Index index) throws InterruptedException {
        var addition =
                GlobalSecondaryIndexUpdate.builder()
                        .create(each ->
                                each.indexName(index.name())
                                        .keySchema(Shape.keys(index.key()))
                                        .projection(Shape.projection(index)));
        change(update ->
                update.attributeDefinitions(Shape.attributes(table, index.key()))
                        .globalSecondaryIndexUpdates(addition.build()));
    }

    /// One thing at a time: DynamoDB takes no more.
    private void change(Consumer<UpdateTableRequest.Builder> what) throws InterruptedException {
        client.updateTable(update -> what.accept(update.tableName(table.name())));
        while (!isActive(client.describeTable(ask -> ask.tableName(table.name())).table()))
            Thread.sleep(ASK);
    }

    private static boolean isActive(TableDescription now) {
        return now.tableStatus() == TableStatus.ACTIVE
                && now.globalSecondaryIndexes().stream()
                        .allMatch(each -> each.indexStatus() == IndexStatus.ACTIVE);
    }
}

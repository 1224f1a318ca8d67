package games.drawbridge.local.deploy;

import games.drawbridge.local.template.Table;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/// A declared table in DynamoDB's own words.
record Shape(Table table) {

    CreateTableRequest request() {
        var indexes = table.indexes().stream().map(Shape::index).toList();
        var request =
                CreateTableRequest.builder()
                        .tableName(table.name())
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(attributes())
                        .keySchema(keys(table.key()));
        if (!indexes.isEmpty()) request.globalSecondaryIndexes(indexes);
        table.stream().map(Shape::stream).ifPresent(request::streamSpecification);
        return request.build();
    }

    private List<AttributeDefinition> attributes() {
        return table.types().keySet().stream().map(name -> attribute(table, name)).toList();
    }

    /// The attributes of one key of the table.
    static List<AttributeDefinition> attributes(Table table, Table.Key key) {
        return keys(key).stream().map(part -> attribute(table, part.attributeName())).toList();
    }

    private static AttributeDefinition attribute(Table table, String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(table.types().get(name))
                .build();
    }

    static List<KeySchemaElement> keys(Table.Key key) {
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

    static Projection projection(Table.Index index) {
        var projection = Projection.builder().projectionType(index.projection());
        if (!index.attributes().isEmpty()) projection.nonKeyAttributes(index.attributes());
        return projection.build();
    }

    static StreamSpecification stream(String view) {
        return StreamSpecification.builder().streamEnabled(true).streamViewType(view).build();
    }
}

package games.drawbridge.functions.testkit;

import static games.drawbridge.functions.testkit.Template.list;
import static games.drawbridge.functions.testkit.Template.map;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// The template's tables in DynamoDB Local, made of its own declarations. Each is made when it is
/// first named: most tests need few, and each one that there is makes the next one slower.
public final class Tables {
    private final DynamoDbClient dynamo =
            DynamoDbClient.builder()
                    .endpointOverride(URI.create(DynamoDb.url()))
                    .region(Region.EU_WEST_1)
                    .credentialsProvider(
                            StaticCredentialsProvider.create(
                                    AwsBasicCredentials.create("test", "test")))
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .build();
    private final Map<String, Boolean> made = new ConcurrentHashMap<>();
    private final Names names;

    Tables(Template template, String prefix, Map<String, String> parameters) {
        names = new Names(template, prefix, parameters, this::need);
    }

    Names names() {
        return names;
    }

    private void need(String id) {
        made.computeIfAbsent(id, this::create);
    }

    private boolean create(String id) {
        var table = names.template().properties(id);
        var attributes =
                Template.attributes(table).entrySet().stream()
                        .map(attribute ->
                                AttributeDefinition.builder()
                                        .attributeName(attribute.getKey())
                                        .attributeType(
                                                ScalarAttributeType.fromValue(attribute.getValue()))
                                        .build())
                        .toList();
        var indexes =
                list(table.get("GlobalSecondaryIndexes")).stream().map(Tables::index).toList();
        dynamo.createTable(create ->
                create.tableName(names.prefix() + "-" + id)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(attributes)
                        .keySchema(key(table))
                        .globalSecondaryIndexes(indexes.isEmpty() ? null : indexes));
        return true;
    }

    private static GlobalSecondaryIndex index(Object index) {
        var projection = map(map(index).get("Projection"));
        return GlobalSecondaryIndex.builder()
                .indexName(String.valueOf(map(index).get("IndexName")))
                .keySchema(key(map(index)))
                .projection(
                        Projection.builder()
                                .projectionType(String.valueOf(projection.get("ProjectionType")))
                                .nonKeyAttributes(
                                        list(projection.get("NonKeyAttributes")).stream()
                                                .map(String::valueOf)
                                                .toList())
                                .build())
                .build();
    }

    private static List<KeySchemaElement> key(Map<String, Object> schema) {
        return list(schema.get("KeySchema")).stream()
                .map(element ->
                        KeySchemaElement.builder()
                                .attributeName(String.valueOf(map(element).get("AttributeName")))
                                .keyType(
                                        KeyType.fromValue(
                                                String.valueOf(map(element).get("KeyType"))))
                                .build())
                .toList();
    }

    public String name(String id) {
        return names.resolve(Map.of("Ref", id));
    }

    public DynamoDbClient dynamo() {
        return dynamo;
    }

    public void put(String table, Map<String, AttributeValue> row) {
        dynamo.putItem(put -> put.tableName(name(table)).item(row));
    }

    /// All rows of a table.
    public List<Map<String, AttributeValue>> rows(String table) {
        return dynamo
                .scanPaginator(scan -> scan.tableName(name(table)).consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    /// Rows as an index has them, where its key is so.
    public List<Map<String, AttributeValue>> rows(
            String table, String index, String key, String value) {
        var values = Map.of(":value", AttributeValue.fromS(value));
        return dynamo
                .queryPaginator(query ->
                        query.tableName(name(table))
                                .indexName(index)
                                .keyConditionExpression(key + " = :value")
                                .expressionAttributeValues(values))
                .items()
                .stream()
                .toList();
    }

    /// A row; empty when there is none.
    public Map<String, AttributeValue> row(String table, String pk, String sk) {
        var key = Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
        return dynamo.getItem(get -> get.tableName(name(table)).key(key).consistentRead(true))
                .item();
    }

    public void set(String table, String pk, String sk, String name, AttributeValue value) {
        change(table, pk, sk, name, "SET #n = :v", Map.of(":v", value));
    }

    public void add(String table, String pk, String sk, String name, long number) {
        var value = AttributeValue.fromN("" + number);
        change(table, pk, sk, name, "ADD #n :v", Map.of(":v", value));
    }

    public void remove(String table, String pk, String sk, String name) {
        change(table, pk, sk, name, "REMOVE #n", null);
    }

    private void change(
            String table,
            String pk,
            String sk,
            String name,
            String how,
            Map<String, AttributeValue> values) {
        var key = Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
        dynamo.updateItem(update ->
                update.tableName(name(table))
                        .key(key)
                        .updateExpression(how)
                        .expressionAttributeNames(Map.of("#n", name))
                        .expressionAttributeValues(values));
    }
}

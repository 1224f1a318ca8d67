package games.drawbridge.functions.aws;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// One row of a table. Filled with `with…`, then handed over as [#values].
public final class Row {
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final Map<String, AttributeValue> values;

    private Row(Map<String, AttributeValue> values) {
        this.values = values;
    }

    /// A row as DynamoDB gave it.
    public static Row of(Map<String, AttributeValue> values) {
        return new Row(values);
    }

    /// Nothing yet: for the values of an expression.
    public static Row empty() {
        return new Row(new LinkedHashMap<>());
    }

    /// As DynamoDB answers a read: no values, no row.
    public static Optional<Row> found(Map<String, AttributeValue> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(new Row(values));
    }

    /// A row of nothing but its key.
    public static Row key(String pk, String sk) {
        return empty().with("pk", pk).with("sk", sk);
    }

    public Row with(String name, String value) {
        values.put(name, textOf(value));
        return this;
    }

    public Row with(String name, long value) {
        values.put(name, numberOf(value));
        return this;
    }

    public Row with(String name, byte[] value) {
        values.put(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
        return this;
    }

    public Row with(String name, boolean value) {
        values.put(name, AttributeValue.fromBool(value));
        return this;
    }

    public Row with(String name, List<String> value) {
        values.put(name, AttributeValue.fromL(value.stream().map(Row::textOf).toList()));
        return this;
    }

    /// Leaves the attribute out when there is nothing.
    public Row withOptional(String name, @Nullable String value) {
        return value == null ? this : with(name, value);
    }

    public Map<String, AttributeValue> values() {
        return values;
    }

    /// The values of an expression, which takes nothing rather than an empty map.
    public @Nullable Map<String, AttributeValue> orNone() {
        return values.isEmpty() ? null : values;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /// @throws IllegalStateException when the row has no such text
    public String text(String name) {
        return find(name).map(AttributeValue::s).orElseThrow(() -> missing(name));
    }

    public @Nullable String optionalText(String name) {
        return find(name).map(AttributeValue::s).orElse(null);
    }

    /// @throws IllegalStateException when the row has no such number
    public long number(String name) {
        return optionalNumber(name).orElseThrow(() -> missing(name));
    }

    public Optional<Long> optionalNumber(String name) {
        return find(name).map(AttributeValue::n).map(Long::valueOf);
    }

    /// The number, or the end of the range of a long that it is beyond.
    public long clamped(String name) {
        var number = find(name).map(AttributeValue::n).map(BigInteger::new);
        return number.orElseThrow(() -> missing(name)).max(LEAST).min(MOST).longValueExact();
    }

    /// @throws IllegalStateException when the row has no such bytes
    public byte[] bytes(String name) {
        return find(name).map(AttributeValue::b).orElseThrow(() -> missing(name)).asByteArray();
    }

    /// A text, a number or a truth, as text.
    public @Nullable String plain(String name) {
        var value = values.get(name);
        if (value == null) return null;
        if (value.bool() != null) return value.bool().toString();
        return value.s() != null ? value.s() : value.n();
    }

    public List<String> texts(String name) {
        return find(name).map(AttributeValue::l).stream()
                .flatMap(List::stream)
                .map(AttributeValue::s)
                .toList();
    }

    /// Whether `expires` (seconds since 1970) is past; DynamoDB deletes late.
    public boolean expired(long nowSeconds) {
        return optionalNumber("expires").map(expires -> expires <= nowSeconds).orElse(false);
    }

    /// Whether a put of this row was refused because this very row stands there already: then an
    /// earlier try of ours had arrived, and only its answer was lost.
    public boolean standsAlready(ConditionalCheckFailedException refused) {
        return refused.hasItem() && refused.item().equals(values);
    }

    private Optional<AttributeValue> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private IllegalStateException missing(String name) {
        return new IllegalStateException(
                "no " + name + " in row " + values.get("pk") + " " + values.get("sk"));
    }

    /// Part of a transaction: reads this row.
    public TransactGetItem get(String table) {
        return TransactGetItem.builder().get(get -> get.tableName(table).key(values)).build();
    }

    /// Part of a transaction: puts this row where none is.
    public TransactWriteItem putIfAbsent(String table) {
        return put(table, put -> put.conditionExpression("attribute_not_exists(pk)"));
    }

    /// Part of a transaction: puts this row on a condition, which names its values.
    public TransactWriteItem putIf(String table, String condition, Row named) {
        return put(
                table,
                put -> put.conditionExpression(condition).expressionAttributeValues(named.values));
    }

    /// Part of a transaction: puts this row if a number in it is still as it was seen; empty means
    /// that there was no row.
    public TransactWriteItem putIfStill(String table, String name, Optional<Long> seen) {
        if (seen.isEmpty()) return putIfAbsent(table);
        return put(
                table,
                put ->
                        put.conditionExpression("#n = :seen")
                                .expressionAttributeNames(Map.of("#n", name))
                                .expressionAttributeValues(Map.of(":seen", numberOf(seen.get()))));
    }

    /// Part of a transaction: puts this row, whatever was there.
    public TransactWriteItem putAnyway(String table) {
        return put(table, _ -> {});
    }

    /// Part of a transaction: changes nothing, and stops it if the row with this key is not so. The
    /// reason of the transaction's end then holds the row.
    public TransactWriteItem check(String table, String condition, Row named) {
        return TransactWriteItem.builder()
                .conditionCheck(check ->
                        check.tableName(table)
                                .key(values)
                                .conditionExpression(condition)
                                .expressionAttributeValues(named.orNone())
                                .returnValuesOnConditionCheckFailure(
                                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    /// Part of a transaction: takes the row with this key away, whether it was there or not.
    public TransactWriteItem delete(String table) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table).key(values))
                .build();
    }

    /// Part of a transaction: takes the row with this key away on a condition without values.
    public TransactWriteItem deleteIf(String table, String condition) {
        return deleteIf(table, condition, empty());
    }

    /// Part of a transaction: takes the row with this key away on a condition.
    public TransactWriteItem deleteIf(String table, String condition, Row named) {
        return TransactWriteItem.builder()
                .delete(delete ->
                        delete.tableName(table)
                                .key(values)
                                .conditionExpression(condition)
                                .expressionAttributeValues(named.orNone()))
                .build();
    }

    /// Part of a transaction: takes the row with this key away if a number in it is still as it was
    /// seen.
    public TransactWriteItem deleteIfStill(String table, String name, long seen) {
        return TransactWriteItem.builder()
                .delete(delete ->
                        delete.tableName(table)
                                .key(values)
                                .conditionExpression("#n = :seen")
                                .expressionAttributeNames(Map.of("#n", name))
                                .expressionAttributeValues(Map.of(":seen", numberOf(seen))))
                .build();
    }

    /// Part of a transaction: changes the row with this key on a condition.
    public TransactWriteItem update(String table, String change, String condition, Row named) {
        return update(table, change, condition, Map.of(), named);
    }

    /// The same where attributes have names that DynamoDB keeps for itself.
    ///
    /// @param names by what stands for them: `#role` → `role`
    public TransactWriteItem update(
            String table, String change, String condition, Map<String, String> names, Row named) {
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(table)
                                .key(values)
                                .updateExpression(change)
                                .conditionExpression(condition)
                                .expressionAttributeNames(names.isEmpty() ? null : names)
                                .expressionAttributeValues(named.orNone()))
                .build();
    }

    private TransactWriteItem put(String table, Consumer<Put.Builder> condition) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(values).applyMutation(condition))
                .build();
    }

    /// The rows of a partition whose sort key begins so.
    public static Consumer<QueryRequest.Builder> range(String pk, String prefix) {
        var values = empty().with(":pk", pk).with(":prefix", prefix).values();
        return query ->
                query.keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                        .expressionAttributeValues(values);
    }

    public static AttributeValue textOf(String value) {
        return AttributeValue.fromS(value);
    }

    public static AttributeValue numberOf(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}

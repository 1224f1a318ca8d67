package games.drawbridge.realtime.log;

import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.storage.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// The durable log's slots in the Rooms table: `LOG#room`, one batch per slot, each written once.
public final class LogTable {
    private final DynamoDbClient dynamo;
    private final String table;

    public LogTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// Puts the batch into the slot if it is free; otherwise answers what stands there.
    Optional<Batch> put(RoomId room, long slot, Batch batch) {
        var row =
                key(room, slot).with("epoch", batch.epoch()).with("batch", BatchJson.write(batch));
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(row.attributes())
                            .conditionExpression("attribute_not_exists(pk)")
                            .returnValuesOnConditionCheckFailure(
                                    ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.empty();
        } catch (ConditionalCheckFailedException taken) {
            return Optional.of(batch(new Row(taken.item())));
        }
    }

    /// All batches from the slot on, oldest first.
    List<Batch> from(RoomId room, long slot) {
        var found = new ArrayList<Batch>();
        read(room, slot, true, found::add);
        return found;
    }

    /// The newest batches down to, and without, the first that `enough` is true of; oldest first.
    List<Batch> newest(RoomId room, Predicate<Batch> enough) {
        var found = new ArrayList<Batch>();
        read(room, 0, false, batch -> !enough.test(batch) && found.add(batch));
        return found.reversed();
    }

    private void read(RoomId room, long slot, boolean forward, Predicate<Batch> more) {
        var first = key(room, slot);
        var values = Row.EMPTY.with(":pk", first.text("pk")).with(":sk", first.text("sk"));
        var pages =
                dynamo.queryPaginator(query ->
                        query.tableName(table)
                                .consistentRead(true)
                                .scanIndexForward(forward)
                                .keyConditionExpression("pk = :pk AND sk >= :sk")
                                .expressionAttributeValues(values.attributes()));
        for (var item : pages.items()) if (!more.test(batch(new Row(item)))) return;
    }

    private static Row key(RoomId room, long slot) {
        return Row.key("LOG#" + room, "%012d".formatted(slot));
    }

    private static Batch batch(Row row) {
        return BatchJson.read(row.text("batch"));
    }
}

package games.drawbridge.realtime.log;

import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.CompletableFuture.supplyAsync;

import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.storage.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// The durable log's slots in the Rooms table: `LOG#room`, one batch per slot.
public final class LogTable implements Slots {
    /// What DynamoDB deletes in one call.
    private static final int MOST_DELETED = 25;

    private final DynamoDbClient dynamo;
    private final String table;
    private final Executor io;

    /// @param io where blocking calls run
    public LogTable(DynamoDbClient dynamo, String table, Executor io) {
        this.dynamo = dynamo;
        this.table = table;
        this.io = io;
    }

    @Override
    public CompletableFuture<Optional<Batch>> put(RoomId room, long slot, Batch batch) {
        return supplyAsync(() -> tryPut(room, slot, batch), io);
    }

    private Optional<Batch> tryPut(RoomId room, long slot, Batch batch) {
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
            return Optional.of(slot(new Row(taken.item())).batch());
        }
    }

    @Override
    public CompletableFuture<List<Slot>> from(RoomId room, long slot) {
        return supplyAsync(() -> read(room, slot), io);
    }

    private List<Slot> read(RoomId room, long from) {
        var first = key(room, from);
        var values = Row.EMPTY.with(":pk", first.text("pk")).with(":sk", first.text("sk"));
        var pages =
                dynamo.queryPaginator(query ->
                        query.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression("pk = :pk AND sk >= :sk")
                                .expressionAttributeValues(values.attributes()));
        return pages.items().stream().map(item -> slot(new Row(item))).toList();
    }

    @Override
    public CompletableFuture<Void> delete(RoomId room, List<Long> slots) {
        return runAsync(
                () -> {
                    for (int i = 0; i < slots.size(); i += MOST_DELETED)
                        deleteSome(
                                room, slots.subList(i, Math.min(i + MOST_DELETED, slots.size())));
                },
                io);
    }

    private void deleteSome(RoomId room, List<Long> slots) {
        var deletes =
                slots.stream()
                        .map(slot -> key(room, slot).attributes())
                        .map(key -> DeleteRequest.builder().key(key).build())
                        .map(delete -> WriteRequest.builder().deleteRequest(delete).build())
                        .toList();
        var answer = dynamo.batchWriteItem(write -> write.requestItems(Map.of(table, deletes)));
        if (answer.hasUnprocessedItems() && !answer.unprocessedItems().isEmpty())
            throw new IllegalStateException("slots were not deleted for now");
    }

    private static Row key(RoomId room, long slot) {
        return Row.key("LOG#" + room, "%012d".formatted(slot));
    }

    private static Slot slot(Row row) {
        return new Slot(Long.parseLong(row.text("sk")), BatchJson.read(row.text("batch")));
    }
}

package games.drawbridge.realtime.placement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.archive.Manifest;
import games.drawbridge.realtime.archive.Manifest.Checkpoint;
import games.drawbridge.realtime.archive.Manifest.Segment;
import games.drawbridge.realtime.archive.Manifest.Stored;
import games.drawbridge.realtime.json.Jackson;
import games.drawbridge.realtime.log.BatchId;
import games.drawbridge.realtime.storage.Row;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// What the Rooms table says of the archive: each room's manifest and its segments. All calls
/// block.
public final class ArchiveTable {
    private static final String CONDITIONAL = "ConditionalCheckFailed";

    private final DynamoDbClient dynamo;
    private final String table;

    public ArchiveTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    static Manifest manifest(Row head) {
        return new Manifest(
                head.has("archived") ? BatchId.of(head.text("archived")) : null,
                head.has("snapshots")
                        ? read(head.text("snapshots"), new TypeReference<List<Checkpoint>>() {})
                        : List.of(),
                head.has("archive")
                        ? read(head.text("archive"), new TypeReference<Stored>() {})
                        : null);
    }

    /// Tells the room's new manifest together with the segment that is new in it.
    ///
    /// @return false when the placement's epoch is over
    boolean tell(Placement placement, Manifest after, Optional<Segment> segment) {
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(TransactWriteItem.builder().update(head(placement, after)).build());
        segment.map(it -> put(placement.room(), it))
                .ifPresent(it -> writes.add(TransactWriteItem.builder().put(it).build()));
        try {
            dynamo.transactWriteItems(write -> write.transactItems(writes));
            return true;
        } catch (TransactionCanceledException cancelled) {
            if (cancelled.cancellationReasons().stream()
                    .noneMatch(reason -> CONDITIONAL.equals(reason.code()))) throw cancelled;
            return isToldAlready(placement, after);
        }
    }

    /// An earlier try of ours may have arrived.
    private boolean isToldAlready(Placement placement, Manifest after) {
        var key = Row.key("ROOM#" + placement.room(), "HEAD");
        var now =
                new Row(
                        dynamo.getItem(get ->
                                        get.tableName(table)
                                                .consistentRead(true)
                                                .key(key.attributes()))
                                .item());
        return now.number("epoch") == placement.epoch() && manifest(now).equals(after);
    }

    private Update head(Placement placement, Manifest after) {
        var before = placement.manifest().archived();
        var values = Row.EMPTY.with(":epoch", placement.epoch());
        if (before != null) values = values.with(":before", before.toString());
        var condition =
                "epoch = :epoch AND "
                        + (before == null
                                ? "attribute_not_exists(archived)"
                                : "archived = :before");
        return Update.builder()
                .tableName(table)
                .key(Row.key("ROOM#" + placement.room(), "HEAD").attributes())
                .updateExpression(
                        after.whole() == null
                                ? "SET archived = :archived, snapshots = :snapshots"
                                : "SET #archive = :archive REMOVE archived, snapshots")
                .expressionAttributeNames(
                        after.whole() == null ? null : Map.of("#archive", "archive"))
                .conditionExpression(condition)
                .expressionAttributeValues(values(values, after))
                .build();
    }

    private static Map<String, AttributeValue> values(Row values, Manifest after) {
        if (after.whole() != null) return values.with(":archive", json(after.whole())).attributes();
        return values.with(":archived", String.valueOf(after.archived()))
                .with(":snapshots", json(after.snapshots()))
                .attributes();
    }

    private Put put(RoomId room, Segment segment) {
        var row =
                key(room, segment)
                        .with("first", segment.first())
                        .with("seq", segment.object().seq())
                        .with("key", segment.object().key())
                        .with("sha256", segment.object().sha256());
        return Put.builder().tableName(table).item(row.attributes()).build();
    }

    /// The segments from the one that holds the first event after `seq`, in order.
    List<Segment> segments(RoomId room, long seq) {
        var values =
                Row.EMPTY
                        .with(":pk", "ROOM#" + room)
                        .with(":first", "SEGMENT#%012d".formatted(seq + 1))
                        .with(":end", "SEGMENT#~");
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :end")
                                .expressionAttributeValues(values.attributes()))
                .items()
                .stream()
                .map(Row::new)
                .map(ArchiveTable::segment)
                .toList();
    }

    void forget(RoomId room, List<Segment> segments) {
        for (Segment segment : segments)
            dynamo.deleteItem(it -> it.tableName(table).key(key(room, segment).attributes()));
    }

    private static Segment segment(Row row) {
        var id = row.text("sk").split("#", 4);
        return new Segment(
                row.number("first"),
                new BatchId(Long.parseLong(id[2]), Long.parseLong(id[3])),
                new Stored(row.text("key"), row.text("sha256"), row.number("seq")));
    }

    private static Row key(RoomId room, Segment segment) {
        var sk =
                "SEGMENT#%012d#%012d#%012d"
                        .formatted(
                                segment.object().seq(), segment.last().epoch(), segment.last().n());
        return Row.key("ROOM#" + room, sk);
    }

    private static String json(@Nullable Object value) {
        try {
            return Jackson.lenient().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return Jackson.lenient().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

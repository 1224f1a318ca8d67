package games.drawbridge.restore;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.archive.Archive;
import games.drawbridge.realtime.archive.Gzip;
import games.drawbridge.realtime.archive.Manifest.Stored;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.log.BatchJson;
import games.drawbridge.realtime.placement.RoomsTable;
import games.drawbridge.realtime.storage.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Rooms that ended after the moment to which the Rooms table was restored. Their live logs were
/// emptied when the bucket had them whole, so without this nothing would be left of them. Doing it
/// again changes nothing. While it works no node may run.
public final class Mending {
    private static final String WHOLE = "/log.jsonl.gz";

    /// What belongs to a room that goes on.
    private static final List<String> OPEN = List.of("archived", "snapshots", "listing", "expires");

    private final S3Client s3;
    private final String bucket;
    private final DynamoDbClient dynamo;
    private final String table;
    private final RoomsTable rooms;

    /// What was told the tables.
    ///
    /// @param rooms that ended since
    /// @param effects of theirs: those that were applied before are applied once more to nothing
    public record Mended(int rooms, int effects) {
        Mended and(Mended more) {
            return new Mended(rooms + more.rooms, effects + more.effects);
        }
    }

    public Mending(S3Client s3, String bucket, DynamoDbClient dynamo, String table) {
        this.s3 = s3;
        this.bucket = bucket;
        this.dynamo = dynamo;
        this.table = table;
        this.rooms = new RoomsTable(dynamo, table);
    }

    /// @param moment to which the table was restored
    public Mended since(Instant moment) {
        var mended = new Mended(0, 0);
        var all = s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix("rooms/"));
        for (S3Object object : all.contents())
            if (object.key().endsWith(WHOLE) && !object.lastModified().isBefore(moment))
                mended = mended.and(mend(object.key()));
        return mended;
    }

    private Mended mend(String key) {
        var room = new RoomId(key.split("/", 3)[1]);
        var head = head(room);
        if (head.containsKey("archive")) return new Mended(0, 0);
        byte[] bytes = s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray();
        var batches = Gzip.unpack(bytes).lines().map(BatchJson::read).toList();
        int effects = 0;
        for (var batch : batches) for (var entry : batch.entries()) effects += tell(room, entry);
        forgetSegments(room);
        // last: whoever is disturbed before finds the room once more
        put(
                room,
                head.isEmpty() ? opened(batches) : head,
                batches,
                new Stored(key, Digest.sha256(bytes), Archive.seq(batches)));
        return new Mended(1, effects);
    }

    /// Who sat down, and what is to happen outside.
    ///
    /// @return how many effects
    private int tell(RoomId room, Entry<Json> entry) {
        switch (entry.cause()) {
            case Cause.Opened opened -> rooms.seat(room, opened.by(), entry.when());
            case Cause.Sat sat -> rooms.seat(room, sat.by(), entry.when());
            case Cause.Left _,
                    Cause.Moved _,
                    Cause.Rang _,
                    Cause.Bought _,
                    Cause.Told _,
                    Cause.Closed _ -> {}
        }
        int told = 0;
        for (int n = 0; n < entry.effects().size(); n++)
            if (entry.effects().get(n) instanceof Effect.Outward effect) {
                rooms.effect(room, entry.seq(), n, effect, entry.when(), null);
                told++;
            }
        return told;
    }

    private Map<String, AttributeValue> head(RoomId room) {
        var key = Row.key("ROOM#" + room, "HEAD").attributes();
        var answer = dynamo.getItem(get -> get.tableName(table).consistentRead(true).key(key));
        return answer.hasItem() ? answer.item() : Map.of();
    }

    /// The row of a room of which the table knows nothing.
    private static Map<String, AttributeValue> opened(List<Batch> batches) {
        for (var batch : batches)
            for (var entry : batch.entries())
                if (entry.cause() instanceof Cause.Opened opened)
                    return Row.EMPTY
                            .with("kind", opened.kind())
                            .with("settings", JsonText.write(opened.settings()))
                            .with("maker", opened.by().value())
                            .with("seed", opened.seed())
                            .with("createdAt", entry.at())
                            .with("node", batch.node().value())
                            .with("generation", "restored")
                            .with("epoch", batches.getLast().epoch())
                            .attributes();
        throw new IllegalStateException("a log that does not begin with the opening");
    }

    private void put(
            RoomId room, Map<String, AttributeValue> head, List<Batch> batches, Stored whole) {
        var attributes = new HashMap<>(head);
        attributes.keySet().removeAll(OPEN);
        attributes.putAll(
                Row.key("ROOM#" + room, "HEAD")
                        .with("status", "over")
                        .with("players", 0)
                        .with("head", whole.seq())
                        .with("version", batches.getLast().version())
                        .with("archive", JsonText.write(whole))
                        .attributes());
        dynamo.putItem(put -> put.tableName(table).item(attributes));
    }

    private void forgetSegments(RoomId room) {
        var values = Row.EMPTY.with(":room", "ROOM#" + room).with(":segment", "SEGMENT#");
        dynamo.queryPaginator(query ->
                        query.tableName(table)
                                .keyConditionExpression("pk = :room AND begins_with(sk, :segment)")
                                .expressionAttributeValues(values.attributes()))
                .items()
                .forEach(row ->
                        dynamo.deleteItem(
                                delete -> delete.tableName(table).key(key(new Row(row)))));
    }

    private static Map<String, AttributeValue> key(Row row) {
        return Row.key(row.text("pk"), row.text("sk")).attributes();
    }
}

package games.drawbridge.realtime.placement;

import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.Note;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.storage.Row;
import games.drawbridge.realtime.storage.WrittenTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// What rooms have told each other, in the Rooms table; docs/tables.md says what stands there. All
/// calls block.
public final class NotesTable {
    /// Notes that an owner takes at a time.
    public static final int PAGE = 64;

    /// How long it is known that a note was taken: longer than a stream may bring it again.
    private static final Duration KEPT = Duration.ofDays(7);

    private static final String NOTE = "NOTE#";
    private static final String TOLD = "TOLD#";

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;
    private final WrittenTable noted;

    public NotesTable(DynamoDbClient dynamo, String table, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
        noted = new WrittenTable(dynamo, table, "NOTED");
    }

    /// What a room has been told and nobody has taken, the oldest first; [#PAGE] at most.
    List<Note> of(RoomId room) {
        var values = Row.EMPTY.with(":room", "ROOM#" + room).with(":note", NOTE).attributes();
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .keyConditionExpression("pk = :room AND begins_with(sk, :note)")
                                .expressionAttributeValues(values)
                                .limit(PAGE)
                                .consistentRead(true))
                .items()
                .stream()
                .limit(PAGE)
                .map(Row::new)
                .map(NotesTable::note)
                .toList();
    }

    private static Note note(Row row) {
        return new Note(
                row.text("sk").substring(NOTE.length()),
                new RoomId(row.text("from")),
                new Json(row.text("note")),
                row.has("returned"));
    }

    /// Puts in place of a note that it was taken, elsewhere, and marks the effect that it was as
    /// carried out. A second time it changes nothing.
    void taken(RoomId room, Note note) {
        var now = clock.instant();
        var told =
                Row.key("ROOM#" + room, TOLD + note.id())
                        .with("taken", now.toEpochMilli())
                        .with("expires", now.plus(KEPT).getEpochSecond())
                        .attributes();
        var key = Row.key("ROOM#" + room, NOTE + note.id()).attributes();
        var put = TransactWriteItem.builder().put(it -> it.tableName(table).item(told)).build();
        var delete = TransactWriteItem.builder().delete(it -> it.tableName(table).key(key)).build();
        dynamo.transactWriteItems(write -> write.transactItems(List.of(put, delete)));
        done(note.id());
    }

    /// @param id `at#room#seq#n`
    private void done(String id) {
        String[] parts = id.split("#", -1);
        var key =
                Row.key(
                                "ROOM#" + parts[1],
                                "EFFECT#%012d#%03d"
                                        .formatted(
                                                Long.parseLong(parts[2]),
                                                Integer.parseInt(parts[3])))
                        .attributes();
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(key)
                            .updateExpression("REMOVE pending")
                            .conditionExpression("attribute_exists(pending)"));
        } catch (ConditionalCheckFailedException _) {
            // it is carried out already, or came back
        }
    }

    /// That a room has been told something.
    ///
    /// @param node that owned it then, in that life of it
    public record Noted(String id, RoomId room, NodeId node, String generation, long epoch) {}

    /// What rooms were told since then, in the order in which it was written.
    public List<Noted> since(Instant at) {
        return noted.since(at).stream()
                .map(row ->
                        new Noted(
                                row.text("sk"),
                                new RoomId(row.text("room")),
                                new NodeId(row.text("node")),
                                row.text("generation"),
                                row.number("epoch")))
                .toList();
    }
}

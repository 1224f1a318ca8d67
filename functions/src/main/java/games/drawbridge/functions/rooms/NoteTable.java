package games.drawbridge.functions.rooms;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Collision;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.room.RoomId;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// What rooms tell each other. In place of a note that was taken stands for a week that it was, so
/// that it is not told again with a repeated effect; elsewhere, so that who reads notes does not
/// read those.
final class NoteTable {
    private static final String NOTE = "NOTE#";
    private static final String TOLD = "TOLD#";

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;
    private final Attempts attempts = new Attempts(new SecureRandom());

    NoteTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("ROOMS_TABLE");
        this.clock = clock;
    }

    /// What became of a note.
    enum State {
        WAITS,
        TAKEN,
        /// It went back: nobody takes it any more.
        BACK
    }

    /// Puts a note into a room's partition, if it is not there.
    ///
    /// @param id `at#room#seq#n` of what wrote it, the time in 13 digits: older ones come first
    /// @param json what is said
    State put(RoomId to, String id, RoomId from, String json, boolean returned) {
        var row =
                key(to, NOTE, id)
                        .with("from", from.value())
                        .with("note", json)
                        .withOptional("returned", returned ? "yes" : null);
        var writes =
                List.of(
                        row.putIfAbsent(table),
                        key(to, TOLD, id).check(table, "attribute_not_exists(pk)", Row.empty()));
        return attempts.until(() -> {
            try {
                dynamo.transactWriteItems(write -> write.transactItems(writes));
                return Optional.of(State.WAITS);
            } catch (TransactionCanceledException cancelled) {
                if (Collision.isRefused(cancelled, 1)) return Optional.of(told(cancelled));
                boolean isThere = Collision.isRefused(cancelled, 0);
                return isThere ? Optional.of(State.WAITS) : Optional.empty();
            }
        });
    }

    private static State told(TransactionCanceledException cancelled) {
        var row = Row.of(cancelled.cancellationReasons().get(1).item());
        return row.number("taken") == 0 ? State.BACK : State.TAKEN;
    }

    /// Keeps a note from being taken by a room that is over or not there; false when it had been.
    boolean back(RoomId to, String id) {
        var told =
                key(to, TOLD, id)
                        .with("taken", 0)
                        .with("expires", clock.instant().plus(RoomLimits.NOTE).getEpochSecond());
        var writes =
                List.of(
                        told.putIf(
                                table,
                                "attribute_not_exists(pk) OR taken = :zero",
                                Row.empty().with(":zero", 0)),
                        key(to, NOTE, id).delete(table));
        return attempts.until(() -> {
            try {
                dynamo.transactWriteItems(write -> write.transactItems(writes));
                return Optional.of(true);
            } catch (TransactionCanceledException cancelled) {
                boolean isTaken = Collision.isRefused(cancelled, 0);
                return isTaken ? Optional.of(false) : Optional.empty();
            }
        });
    }

    /// Tells the nodes, who read it twice a second, that the room has been told something.
    void tell(Room room, String id) {
        var now = clock.instant();
        var row =
                Row.key("NOTED", "%013d#%s".formatted(now.toEpochMilli(), id))
                        .with("room", room.id().value())
                        .with("node", room.owner().node().value())
                        .with("generation", room.owner().generation())
                        .with("epoch", room.owner().epoch())
                        .with("expires", now.plus(RoomLimits.NOTED).getEpochSecond());
        dynamo.putItem(put -> put.tableName(table).item(row.values()));
    }

    private static Row key(RoomId room, String what, String id) {
        return Row.key("ROOM#" + room, what + id);
    }

    static String id(Instant at, String source) {
        return "%013d#%s".formatted(at.toEpochMilli(), source);
    }
}

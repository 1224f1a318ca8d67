package games.drawbridge.realtime.placement;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.trace.Trace;
import games.drawbridge.realtime.json.Jackson;
import games.drawbridge.realtime.storage.Row;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// The node's part of the Rooms table; docs/tables.md says what stands in it. All calls block.
public final class RoomsTable {
    private final DynamoDbClient dynamo;
    private final String table;

    public RoomsTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// The room's row as it is now.
    public Optional<Placement> placement(RoomId room) {
        var answer =
                dynamo.getItem(get ->
                        get.tableName(table).consistentRead(true).key(head(room).attributes()));
        return answer.hasItem()
                ? Optional.of(placement(room, new Row(answer.item())))
                : Optional.empty();
    }

    /// Rows that one read can ask for.
    public static final int MOST_READ = 100;

    /// Under which epoch each of these rooms is owned now, a moment ago at most.
    ///
    /// @param rooms [#MOST_READ] at most
    public Map<RoomId, Long> epochs(Collection<RoomId> rooms) {
        var keys = rooms.stream().map(room -> head(room).attributes()).toList();
        var answer =
                dynamo.batchGetItem(get ->
                        get.requestItems(
                                Map.of(
                                        table,
                                        KeysAndAttributes.builder()
                                                .keys(keys)
                                                .projectionExpression("pk, epoch")
                                                .build())));
        return answer.responses().getOrDefault(table, List.of()).stream()
                .map(Row::new)
                .collect(
                        toMap(
                                row -> new RoomId(row.text("pk").substring("ROOM#".length())),
                                row -> row.number("epoch")));
    }

    private static Placement placement(RoomId room, Row row) {
        try {
            return new Placement(
                    room,
                    row.text("kind"),
                    Jackson.lenient().readValue(row.text("settings"), Settings.class),
                    new PlayerId(row.text("maker")),
                    row.number("seed"),
                    !row.has("invite"),
                    new NodeId(row.text("node")),
                    row.text("generation"),
                    row.number("epoch"),
                    row.has("version") ? (int) row.number("version") : 1,
                    ArchiveTable.manifest(row));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a room tells about itself to those who look for one.
    ///
    /// @param listed whether a stranger may find it: public, a seat free, somebody there, not over
    /// @param version of the rules that write its log
    public record Summary(int players, long head, boolean over, boolean listed, int version) {

        /// The same, not over before that is so.
        public Summary overWhen(boolean so) {
            return new Summary(players, head, over && so, listed, version);
        }
    }

    /// Tells the room's summary, if the epoch still owns it.
    ///
    /// @return false when it does not
    public boolean tell(RoomId room, String kind, long epoch, Summary summary) {
        var values =
                Row.EMPTY
                        .with(":epoch", epoch)
                        .with(":players", summary.players)
                        .with(":head", summary.head)
                        .with(":version", summary.version)
                        .with(":status", summary.over ? "over" : "open");
        if (summary.listed) values = values.with(":kind", kind);
        var update =
                "SET players = :players, head = :head, #status = :status, version = :version"
                        + (summary.listed
                                ? ", listing = :kind REMOVE #expires"
                                : " REMOVE #expires, listing");
        return changed(head(room), update, values);
    }

    /// Takes the next epoch of a room that the placement's node owns.
    ///
    /// @return the room as it is owned now; nothing when by another node
    public Optional<Placement> renew(Placement placement) {
        var values =
                Row.EMPTY
                        .with(":epoch", placement.epoch())
                        .with(":next", placement.epoch() + 1)
                        .with(":generation", placement.generation());
        try {
            dynamo.updateItem(it ->
                    it.tableName(table)
                            .key(head(placement.room()).attributes())
                            .updateExpression("SET epoch = :next")
                            .conditionExpression("epoch = :epoch AND generation = :generation")
                            .expressionAttributeValues(values.attributes()));
        } catch (ConditionalCheckFailedException otherwise) {
            // by an earlier try of ours, or to another node
        }
        return placement(placement.room())
                .filter(now -> now.generation().equals(placement.generation()));
    }

    /// Gives the room to another node.
    ///
    /// @return false when the placement's epoch was over already
    public boolean handOver(Placement placement, Placement heir) {
        var values =
                Row.EMPTY
                        .with(":epoch", placement.epoch())
                        .with(":next", heir.epoch())
                        .with(":version", heir.version())
                        .with(":node", heir.node().value())
                        .with(":generation", heir.generation());
        try {
            dynamo.updateItem(it ->
                    it.tableName(table)
                            .key(head(placement.room()).attributes())
                            .updateExpression(
                                    "SET epoch = :next, version = :version, #node = :node,"
                                            + " generation = :generation")
                            .conditionExpression("epoch = :epoch")
                            .expressionAttributeNames(Map.of("#node", "node"))
                            .expressionAttributeValues(values.attributes()));
            return true;
        } catch (ConditionalCheckFailedException otherwise) {
            // by an earlier try of ours, or by somebody else
            return placement(placement.room())
                    .filter(now -> now.epoch() == heir.epoch())
                    .filter(now -> now.generation().equals(heir.generation()))
                    .isPresent();
        }
    }

    private boolean changed(Row key, String update, Row values) {
        try {
            dynamo.updateItem(it ->
                    it.tableName(table)
                            .key(key.attributes())
                            .updateExpression(update)
                            .conditionExpression("epoch = :epoch")
                            .expressionAttributeNames(
                                    Map.of("#status", "status", "#expires", "expires"))
                            .expressionAttributeValues(values.attributes()));
            return true;
        } catch (ConditionalCheckFailedException fenced) {
            return false;
        }
    }

    /// Remembers for ever that the player was in the room.
    public void seat(RoomId room, PlayerId player, Instant at) {
        var row =
                Row.key("ROOM#" + room, "SEAT#" + player)
                        .with("player", player.value())
                        .with("at", at.toEpochMilli());
        dynamo.putItem(put -> put.tableName(table).item(row.attributes()));
    }

    /// Hands an effect to whoever applies it; a second time it changes nothing.
    ///
    /// @param seq of the turn's last event
    /// @param n position in the turn's effects
    /// @param trace of whoever caused it, if it is followed
    public void effect(
            RoomId room, long seq, int n, Effect effect, Instant at, @Nullable Trace trace) {
        var row =
                Row.key("ROOM#" + room, "EFFECT#%012d#%03d".formatted(seq, n))
                        .with("effect", json(effect))
                        .with("at", at.toEpochMilli())
                        .with("pending", "yes");
        var whole = trace == null ? row : row.with("trace", trace.text());
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(whole.attributes())
                            .conditionExpression("attribute_not_exists(pk)"));
        } catch (ConditionalCheckFailedException handedOver) {
            // by us before, or by an earlier owner of the room
        }
    }

    private static String json(Effect effect) {
        try {
            return Jackson.lenient().writerFor(Effect.class).writeValueAsString(effect);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row head(RoomId room) {
        return Row.key("ROOM#" + room, "HEAD");
    }
}

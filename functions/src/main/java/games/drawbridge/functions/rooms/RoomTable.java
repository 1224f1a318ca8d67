package games.drawbridge.functions.rooms;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.log.Manifest;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.wire.WireLimits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// The heads of all rooms and who sat in them.
final class RoomTable {
    private static final String ROOM = "ROOM#";
    private static final String HEAD = "HEAD";

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    RoomTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("ROOMS_TABLE");
        this.clock = clock;
    }

    /// Writes a new room down. It is gone again unless its maker comes in time.
    void create(Room room) {
        var row =
                row(room)
                        .withOptional("listing", room.invite() == null ? room.kind() : null)
                        .with(
                                "expires",
                                room.createdAt().plus(RoomLimits.UNOPENED).getEpochSecond());
        try {
            put(row);
        } catch (ConditionalCheckFailedException refused) {
            if (!row.standsAlready(refused)) throw refused;
        }
    }

    /// Writes a well-known room down, for good and in no list, unless it is there already.
    ///
    /// @return the room as it is there
    Room standing(Room room) {
        var row = row(room);
        try {
            put(row);
            return room;
        } catch (ConditionalCheckFailedException refused) {
            return Row.found(refused.item()).map(RoomTable::room).orElseThrow(() -> refused);
        }
    }

    /// Writes a room down whose seats are all taken, so that no list shows it. It is gone again
    /// unless one of them comes in time.
    void reserve(Room room) {
        var expires = room.createdAt().plus(RoomLimits.UNOPENED).getEpochSecond();
        try {
            put(row(room).with("expires", expires));
        } catch (ConditionalCheckFailedException _) {
            // made already
        }
    }

    private void put(Row row) {
        dynamo.putItem(put ->
                put.tableName(table)
                        .item(row.values())
                        .conditionExpression("attribute_not_exists(pk)")
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    private static Row row(Room room) {
        return key(room.id(), HEAD)
                .with("kind", room.kind())
                .with("settings", JsonText.write(room.settings()))
                .with("maker", room.maker().value())
                .with("seed", room.seed())
                .withOptional("invite", room.invite())
                .with("createdAt", room.createdAt().toEpochMilli())
                .with("node", room.owner().node().value())
                .with("generation", room.owner().generation())
                .with("epoch", room.owner().epoch())
                .with("version", room.owner().version())
                .with("status", "open")
                .with("players", room.players())
                .with("head", room.head());
    }

    Optional<Room> find(RoomId room) {
        return head(room).map(RoomTable::room);
    }

    Optional<Room.Card> card(RoomId room) {
        return head(room).map(RoomTable::card);
    }

    private Optional<Row> head(RoomId room) {
        var key = key(room, HEAD).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item())
                .filter(row -> !row.expired(clock.instant().getEpochSecond()));
    }

    /// Whether nothing of the room's log was moved to the archive since this was read.
    boolean isStill(Room room) {
        return room.manifest().whole() != null
                || find(room.id()).filter(it -> it.manifest().equals(room.manifest())).isPresent();
    }

    /// Whether the player ever sat in the room.
    boolean sat(RoomId room, PlayerId player) {
        var key = key(room, "SEAT#" + player).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item()).isPresent();
    }

    /// Gives the room a new owner; false when somebody else just did.
    boolean move(Room room, Room.Owner next) {
        var values =
                Row.empty()
                        .with(":node", next.node().value())
                        .with(":generation", next.generation())
                        .with(":epoch", next.epoch())
                        .with(":version", next.version())
                        .with(":seen", room.owner().epoch());
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(key(room.id(), HEAD).values())
                            .updateExpression(
                                    "SET node = :node, generation = :generation, epoch = :epoch,"
                                            + " version = :version")
                            .conditionExpression("epoch = :seen")
                            .expressionAttributeValues(values.values())
                            .returnValuesOnConditionCheckFailure(
                                    ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return true;
        } catch (ConditionalCheckFailedException refused) {
            return Row.found(refused.item()).map(RoomTable::owner).filter(next::equals).isPresent();
        }
    }

    /// Public rooms of a kind with a free seat, newest first. One that its maker has not opened is
    /// listed only while the maker's ticket lives: after that nobody is likely to come.
    ///
    /// @param after the last one seen; absent at the beginning
    List<Room.Card> open(String kind, Room.@Nullable Card after, int most) {
        var unopened = clock.instant().plus(RoomLimits.UNOPENED).minus(WireLimits.TICKET);
        var values = Row.empty().with(":kind", kind).with(":unopened", unopened.getEpochSecond());
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .indexName("listing")
                                .keyConditionExpression("listing = :kind")
                                .filterExpression(
                                        "attribute_not_exists(expires) OR expires > :unopened")
                                .expressionAttributeValues(values.values())
                                .scanIndexForward(false)
                                .exclusiveStartKey(after == null ? null : start(after))
                                .limit(most))
                .items()
                .stream()
                .limit(most)
                .map(Row::of)
                .map(RoomTable::card)
                .toList();
    }

    private static Map<String, AttributeValue> start(Room.Card after) {
        return key(after.room(), HEAD)
                .with("listing", after.kind())
                .with("createdAt", after.createdAt().toEpochMilli())
                .values();
    }

    private static Room room(Row row) {
        var card = card(row);
        return new Room(
                card.room(),
                card.kind(),
                JsonText.read(row.text("settings"), Settings.class),
                new PlayerId(row.text("maker")),
                row.number("seed"),
                row.optionalText("invite"),
                card.createdAt(),
                owner(row),
                card.status(),
                card.players(),
                card.head(),
                Manifest.of(row));
    }

    private static Room.Owner owner(Row row) {
        return new Room.Owner(
                new NodeId(row.text("node")),
                row.text("generation"),
                row.number("epoch"),
                row.optionalNumber("version").map(Long::intValue).orElse(1));
    }

    private static Room.Card card(Row row) {
        return new Room.Card(
                new RoomId(row.text("pk").substring(ROOM.length())),
                row.text("kind"),
                row.text("status").equals("over") ? Room.Status.OVER : Room.Status.OPEN,
                row.number("players"),
                row.number("head"),
                Instant.ofEpochMilli(row.number("createdAt")),
                row.has("counted") ? new Json(row.text("counted")) : null);
    }

    private static Row key(RoomId room, String sk) {
        return Row.key(ROOM + room, sk);
    }
}

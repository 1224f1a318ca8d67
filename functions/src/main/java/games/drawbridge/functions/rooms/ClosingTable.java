package games.drawbridge.functions.rooms;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Rooms that operators want closed: a row each, which the nodes read every second and take away
/// when the room is over.
public final class ClosingTable {
    /// How long it is tried: a fleet that is away for longer has other troubles.
    private static final Duration TRIED = Duration.ofDays(7);

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;
    private final RoomTable rooms;

    public ClosingTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("ROOMS_TABLE");
        this.clock = clock;
        rooms = new RoomTable(aws, clock);
    }

    /// Whether the room is over; empty when there is no such room.
    public Optional<Boolean> isOver(RoomId room) {
        return rooms.find(room).map(found -> found.status() == Room.Status.OVER);
    }

    /// Lets the room be closed. Who asked first stays who asked.
    public void close(RoomId room, PlayerId operator, String why) {
        var now = clock.instant();
        var row =
                Row.key("CLOSINGS", room.value())
                        .with("operator", operator.value())
                        .with("why", why)
                        .with("at", now.toEpochMilli())
                        .with("expires", now.plus(TRIED).getEpochSecond());
        var values = Row.empty().with(":now", now.getEpochSecond()).values();
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(row.values())
                            .conditionExpression("attribute_not_exists(pk) OR expires <= :now")
                            .expressionAttributeValues(values));
        } catch (ConditionalCheckFailedException _) {
            // it is on its way
        }
    }
}

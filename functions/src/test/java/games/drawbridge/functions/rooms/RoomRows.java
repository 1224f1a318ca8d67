package games.drawbridge.functions.rooms;

import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.World;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Rooms of a world: made by calls, then changed as their owners would.
record RoomRows(World world) {

    /// A public room of ann's.
    String create(String kind) {
        return create("ann", "{\"kind\":\"%s\"}".formatted(kind)).text("/room");
    }

    Got create(String maker, String body) {
        return world.post("/v1/rooms", body).as(maker).send();
    }

    void sat(String room, String player) {
        world.tables()
                .put(
                        "Rooms",
                        Map.of(
                                "pk", AttributeValue.fromS("ROOM#" + room),
                                "sk", AttributeValue.fromS("SEAT#" + player),
                                "player", AttributeValue.fromS(player),
                                "at", AttributeValue.fromN("1")));
    }

    Map<String, AttributeValue> head(String room) {
        return world.tables().row("Rooms", "ROOM#" + room, "HEAD");
    }

    void set(String room, String name, AttributeValue value) {
        world.tables().set("Rooms", "ROOM#" + room, "HEAD", name, value);
    }
}

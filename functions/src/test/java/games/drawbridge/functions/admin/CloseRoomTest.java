package games.drawbridge.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Nodes;
import games.drawbridge.functions.testkit.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CloseRoomTest {
    private final World world = World.open();

    private Got close(String room, String body) {
        return world.post("/v1/admin/rooms/" + room + "/close", body)
                .as("sam")
                .claim("roles", "[support]")
                .send();
    }

    private Got close(String room) {
        return close(room, "{\"reason\":\"accounts for sale\"}");
    }

    private String room() {
        new Nodes(world).alive("n1", 0, 0);
        var made = world.post("/v1/rooms", "{\"kind\":\"relay\"}").as("ann").send();
        return made.text("/room");
    }

    private List<Map<String, AttributeValue>> closings() {
        return world.tables().rows("Rooms").stream()
                .filter(row -> row.get("pk").s().equals("CLOSINGS"))
                .toList();
    }

    @Test
    void aRoomIsPutOnTheListOnce() {
        String room = room();
        assertThat(close(room).status()).isEqualTo(202);
        assertThat(close(room, "{\"reason\":\"another\"}").status()).isEqualTo(202);
        assertThat(closings())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("sk").s()).isEqualTo(room);
                    assertThat(row.get("operator").s()).isEqualTo("sam");
                    assertThat(row.get("why").s()).isEqualTo("accounts for sale");
                });
    }

    private void ends(String room) {
        var key =
                Map.of(
                        "pk", AttributeValue.fromS("ROOM#" + room),
                        "sk", AttributeValue.fromS("HEAD"));
        world.tables()
                .dynamo()
                .updateItem(update ->
                        update.tableName(world.tables().name("Rooms"))
                                .key(key)
                                .updateExpression("SET #status = :over")
                                .expressionAttributeNames(Map.of("#status", "status"))
                                .expressionAttributeValues(
                                        Map.of(":over", AttributeValue.fromS("over"))));
    }

    @Test
    void whatCannotBeClosedIsSaid() {
        assertThat(close("nowhere").outcome()).isEqualTo("404 not-found");
        assertThat(close("chat:global").outcome()).isEqualTo("409 well-known");
        String over = room();
        ends(over);
        assertThat(close(over).outcome()).isEqualTo("409 room-over");
        assertThat(close(room(), "{}").outcome()).isEqualTo("400 bad-input");
        assertThat(closings()).isEmpty();
    }
}

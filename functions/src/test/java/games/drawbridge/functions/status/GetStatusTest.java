package games.drawbridge.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.Nodes;
import games.drawbridge.functions.testkit.World;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class GetStatusTest {

    @Test
    void isOpenAndEmptyBeforeAnythingElseWasSaid() {
        assertThat(World.open().get("/v1/status").send().body())
                .isEqualTo(
                        """
                        {"status":"open","players":0,"rooms":0,"nodes":0,"configVersion":0}\
                        """);
    }

    @Test
    void sumsTheLivingNodesAndSaysWhatTheOperatorsSay() {
        var world = World.open();
        var nodes = new Nodes(world);
        nodes.alive("n1", 3, 7);
        nodes.draining("n2", 1, 2);
        nodes.dead("n3", 100, 200);
        world.tables()
                .put(
                        "Config",
                        Map.of(
                                "pk", AttributeValue.fromS("SERVER"),
                                "sk", AttributeValue.fromS("STATUS"),
                                "status", AttributeValue.fromS("maintenance"),
                                "message", AttributeValue.fromS("back at noon"),
                                "configVersion", AttributeValue.fromN("7")));
        assertThat(world.get("/v1/status").send().body())
                .isEqualTo(
                        """
                        {"status":"maintenance","players":9,"rooms":4,"nodes":2,"configVersion":7,\
                        "message":"back at noon"}\
                        """);
    }
}

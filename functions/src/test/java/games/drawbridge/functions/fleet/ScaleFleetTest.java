package games.drawbridge.functions.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.testkit.Nodes;
import games.drawbridge.functions.testkit.TestContext;
import games.drawbridge.functions.testkit.World;
import java.io.IOException;
import java.util.HashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ScaleFleetTest {
    private final World world = World.open();
    private final Nodes nodes = new Nodes(world);
    private final EcsDouble ecs = new EcsDouble();

    ScaleFleetTest() throws IOException {}

    @AfterEach
    void ends() {
        ecs.close();
    }

    private JsonNode minute(int slots, int minimum) throws IOException {
        var values = new HashMap<>(world.environment("ScaleFleet").values());
        values.put("CLUSTER", "drawbridge-test");
        values.put("FLEET_SLOTS", "" + slots);
        values.put("FLEET_MINIMUM", "" + minimum);
        values.put("AWS_ENDPOINT_URL_ECS", ecs.url());
        var context = new TestContext("ScaleFleet");
        new ScaleFleet(new Environment(values)).handleRequest(new ScheduledEvent(), context);
        assertThat(context.lines()).hasSize(1);
        return new ObjectMapper().readTree(context.lines().getFirst());
    }

    private void busy(String node, int percent) {
        world.tables().set("Rooms", "NODES", node, "busy", AttributeValue.fromN("" + percent));
    }

    @Test
    void aBusyFleetGrowsAndAQuietOneIsEmptiedBeforeItShrinks() throws IOException {
        for (int i = 1; i <= 12; i++) ecs.desired.put("n" + i, i <= 2 ? 1 : 0);
        nodes.alive("n1", 9, 90);
        nodes.alive("n2", 5, 50);
        busy("n1", 60);
        busy("n2", 40);
        minute(12, 1);
        assertThat(ecs.desired).containsEntry("n3", 1).containsEntry("n4", 0);
        nodes.alive("n3", 1, 7);
        busy("n1", 5);
        busy("n2", 5);
        minute(12, 1);
        var row = world.tables().row("Rooms", "NODES", "n3");
        assertThat(row.get("drain").s()).isEqualTo("yes");
        assertThat(ecs.desired).as("it has a room yet").containsEntry("n3", 1);
        nodes.draining("n3", 1, 7);
        minute(12, 1);
        assertThat(ecs.desired).containsEntry("n3", 1);
        nodes.draining("n3", 0, 0);
        minute(12, 1);
        assertThat(ecs.desired).containsEntry("n3", 0).containsEntry("n1", 1);
    }

    @Test
    void theAlarmsAreToldWhatItSaw() throws IOException {
        ecs.desired.put("n1", 1);
        ecs.desired.put("n2", 1);
        nodes.alive("n1", 9, 90);
        nodes.dead("n2", 3, 30);
        busy("n1", 77);
        var line = minute(2, 1);
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText())
                .isEqualTo("drawbridge-test");
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions/0")).isEmpty();
        for (var metric : line.at("/_aws/CloudWatchMetrics/0/Metrics"))
            assertThat(line.has(metric.get("Name").asText())).isTrue();
        assertThat(line.get("NodesServing").asInt()).isEqualTo(1);
        assertThat(line.get("NodesMissing").asInt()).isEqualTo(1);
        assertThat(line.get("NodeBusy").asInt()).isEqualTo(77);
        assertThat(line.get("FleetExhausted").asInt()).isEqualTo(1);
        assertThat(line.get("Rooms").asInt()).isEqualTo(9);
        assertThat(line.get("Players").asInt()).isEqualTo(90);
    }

    @Test
    void whatEcsRefusesIsAFault() {
        ecs.status = 400;
        assertThatThrownBy(() -> minute(1, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DescribeServices: 400");
    }

    @Test
    void withoutAClusterThereIsNothingToScale() {
        var context = new TestContext("ScaleFleet");
        world.<ScheduledEvent, Void>handler("ScaleFleet")
                .handleRequest(new ScheduledEvent(), context);
        assertThat(context.lines()).isEmpty();
    }
}

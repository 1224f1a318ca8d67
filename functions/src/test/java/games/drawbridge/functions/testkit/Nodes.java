package games.drawbridge.functions.testkit;

import games.drawbridge.model.title.Title;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Writes nodes' rows as nodes do, with beats that lie ahead where a node must stay alive.
public final class Nodes {
    private static final Duration WHOLE_TEST = Duration.ofHours(1);

    private final World world;

    public Nodes(World world) {
        this.world = world;
    }

    public void alive(String node, int rooms, int players) {
        put(node, "g1", "ok", Instant.now().plus(WHOLE_TEST), rooms, players);
    }

    /// With its last beat at this moment.
    public void beats(String node) {
        put(node, "g1", "ok", Instant.now(), 0, 0);
    }

    /// The same node in another life.
    public void restarted(String node) {
        put(node, "g2", "ok", Instant.now().plus(WHOLE_TEST), 0, 0);
    }

    public void draining(String node, int rooms, int players) {
        put(node, "g1", "drain", Instant.now().plus(WHOLE_TEST), rooms, players);
    }

    public void dead(String node, int rooms, int players) {
        put(node, "g1", "ok", Instant.now().minusSeconds(5), rooms, players);
    }

    public void gone(String node) {
        put(node, "g1", "ok", Instant.now().minusSeconds(31), 0, 0);
    }

    /// @param kinds as the node's row has them: `{"relay":[1,2]}`
    public void knowing(String node, String kinds) {
        alive(node, 0, 0);
        world.tables().set("Rooms", "NODES", node, "kinds", AttributeValue.fromS(kinds));
    }

    private void put(
            String node, String generation, String state, Instant beat, int rooms, int players) {
        world.tables()
                .put(
                        "Rooms",
                        Map.of(
                                "pk", AttributeValue.fromS("NODES"),
                                "sk", AttributeValue.fromS(node),
                                "generation", AttributeValue.fromS(generation),
                                "state", AttributeValue.fromS(state),
                                "beatAt", AttributeValue.fromN("" + beat.toEpochMilli()),
                                "rooms", AttributeValue.fromN("" + rooms),
                                "players", AttributeValue.fromN("" + players),
                                "version", AttributeValue.fromS("1"),
                                "kinds", AttributeValue.fromS(kinds())));
    }

    /// What a node of this release knows.
    private static String kinds() {
        return Title.TITLE.versions().entrySet().stream()
                .map(kind ->
                        "\"%s\":[%d,%d]"
                                .formatted(
                                        kind.getKey(),
                                        kind.getValue().oldest(),
                                        kind.getValue().newest()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}

package games.drawbridge.functions.fleet;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.metrics.Metrics;
import games.drawbridge.functions.rooms.Node;
import games.drawbridge.functions.rooms.NodeTable;
import games.drawbridge.model.fleet.Beat;
import games.drawbridge.model.fleet.Fleet;
import games.drawbridge.model.fleet.Slot;
import games.drawbridge.model.fleet.Step;
import games.drawbridge.model.fleet.Step.Why;
import games.drawbridge.model.room.NodeId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Once a minute looks at the fleet, does the one step that [Fleet] says, and tells the alarms what
/// it saw. Where no cluster is named (a stack without the realtime half, the local world) there is
/// nothing to scale.
public final class ScaleFleet implements RequestHandler<ScheduledEvent, @Nullable Void> {
    private final InstantSource clock = InstantSource.system();
    private final String cluster;
    private final int slots;
    private final int minimum;
    private final NodeTable nodes;
    private final Ecs ecs;

    public ScaleFleet() {
        this(Environment.system());
    }

    public ScaleFleet(Environment environment) {
        var aws = new Aws(environment);
        cluster = environment.get("CLUSTER");
        slots = Integer.parseInt(environment.get("FLEET_SLOTS"));
        minimum = Integer.parseInt(environment.get("FLEET_MINIMUM"));
        nodes = new NodeTable(aws, clock);
        ecs = new Ecs(aws, cluster);
    }

    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        if (cluster.isEmpty()) return null;
        var alive =
                nodes.alive().stream()
                        .collect(Collectors.toMap(node -> node.candidate().node(), node -> node));
        var fleet = new Fleet(slots(alive), minimum);
        var step = fleet.step();
        carryOut(step, alive);
        var exhausted = step instanceof Step.Stay(var why) && why == Why.EXHAUSTED;
        new Metrics(cluster)
                .count("NodesServing", fleet.serving())
                .count("NodesMissing", fleet.onTheirWay())
                .count("FleetExhausted", exhausted ? 1 : 0)
                .percent("NodeBusy", fleet.busiest())
                .count("Rooms", alive.values().stream().mapToLong(Node::rooms).sum())
                .count("Players", alive.values().stream().mapToLong(Node::players).sum())
                .log(context.getLogger(), clock);
        return null;
    }

    private List<Slot> slots(Map<NodeId, Node> alive) {
        var names = IntStream.rangeClosed(1, slots).mapToObj(i -> "n" + i).toList();
        var wanted = ecs.wanting(names);
        return names.stream()
                .map(name -> {
                    var id = new NodeId(name);
                    return new Slot(
                            id,
                            wanted.contains(name),
                            Optional.ofNullable(alive.get(id)).map(ScaleFleet::beat));
                })
                .toList();
    }

    private static Beat beat(Node node) {
        return new Beat(node.candidate().state(), node.rooms(), node.players(), node.busy());
    }

    /// A node that has ended meanwhile is not told to drain: the next minute sees it.
    private void carryOut(Step step, Map<NodeId, Node> alive) {
        switch (step) {
            case Step.Start(var node) -> ecs.want(node.value(), 1);
            case Step.Stop(var node) -> ecs.want(node.value(), 0);
            case Step.Drain(var node) -> {
                var life = alive.get(node);
                if (life != null) nodes.drain(life);
            }
            case Step.Stay _ -> {}
        }
    }
}

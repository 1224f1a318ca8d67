package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.rooms.Node;
import games.drawbridge.functions.rooms.NodeTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The realtime nodes that live, with how many are on each.
@Route(value = "GET /v1/admin/nodes", rate = 50, burst = 100)
public final class ListNodes extends AdminEndpoint {
    private final NodeTable nodes;

    public ListNodes() {
        this(Environment.system());
    }

    public ListNodes(Environment environment) {
        this(new Aws(environment));
    }

    private ListNodes(Aws aws) {
        super(aws, Role.SUPPORT, false);
        nodes = new NodeTable(aws, InstantSource.system());
    }

    @Override
    @Nullable String subject(Request request) {
        return null;
    }

    @Override
    Act act(Request request) {
        var all =
                nodes.alive().stream()
                        .map(Line::of)
                        .sorted(Comparator.comparing(Line::node))
                        .toList();
        return Act.read(Map.of("nodes", all));
    }

    private record Line(String node, String state, long rooms, long players, Instant beatAt) {
        static Line of(Node node) {
            return new Line(
                    node.candidate().node().value(),
                    node.candidate().state().text(),
                    node.rooms(),
                    node.players(),
                    node.beatAt());
        }
    }
}

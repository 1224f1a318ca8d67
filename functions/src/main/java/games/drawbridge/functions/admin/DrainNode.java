package games.drawbridge.functions.admin;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.rooms.Node;
import games.drawbridge.functions.rooms.NodeTable;
import games.drawbridge.model.room.Candidate.State;
import games.drawbridge.model.room.NodeId;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Empties a node without stopping it: it gives its rooms away and takes no more until it is
/// started again. `{reason}` → 202, for it begins with the node's next beat; 404 `not-found`; 409
/// `last-node` where no other could take the rooms.
@Route(value = "POST /v1/admin/nodes/{node}/drain", rate = 20, burst = 40)
final class DrainNode extends AdminEndpoint {
    private final NodeTable nodes;

    DrainNode(Aws aws) {
        super(aws, Role.ADMIN, true);
        nodes = new NodeTable(aws, InstantSource.system());
    }

    @Override
    @Nullable String subject(Request request) {
        return request.path("node", NodeId::new).value();
    }

    @Override
    Act act(Request request) {
        var id = request.path("node", NodeId::new);
        var alive = nodes.alive();
        var node = alive.stream().filter(each -> id(each).equals(id)).findAny();
        if (node.isEmpty()) throw Problem.notFound("no such node lives");
        if (alive.stream().noneMatch(each -> !id(each).equals(id) && open(each)))
            throw new Problem(409, "last-node", "no other node takes rooms");
        if (!nodes.drain(node.get())) throw Problem.notFound("the node has just been replaced");
        return Act.changed(
                Reply.accepted(Map.of("node", id)),
                Map.of("state", node.get().candidate().state().text()),
                Map.of("state", State.DRAIN.text()));
    }

    private static NodeId id(Node node) {
        return node.candidate().node();
    }

    private static boolean open(Node node) {
        return node.candidate().state() == State.OK;
    }
}

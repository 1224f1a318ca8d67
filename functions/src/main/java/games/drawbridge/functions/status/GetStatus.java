package games.drawbridge.functions.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import games.drawbridge.functions.rooms.Node;
import games.drawbridge.functions.rooms.NodeTable;
import games.drawbridge.functions.server.ServerTable;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// How the server is and how many play.
@Route(value = "GET /v1/status", who = Who.ANYBODY)
public final class GetStatus extends Endpoint {
    private final ServerTable server;
    private final NodeTable nodes;

    public GetStatus() {
        this(Environment.system());
    }

    public GetStatus(Environment environment) {
        var aws = new Aws(environment);
        server = new ServerTable(aws, InstantSource.system());
        nodes = new NodeTable(aws, InstantSource.system());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Answer(
            String status,
            long players,
            long rooms,
            long nodes,
            long configVersion,
            @Nullable String message,
            @Nullable String minimumVersion) {}

    @Override
    protected Reply answer(Request request) {
        var said = server.status();
        var alive = nodes.alive();
        return Reply.ok(
                new Answer(
                        said.status(),
                        alive.stream().mapToLong(Node::players).sum(),
                        alive.stream().mapToLong(Node::rooms).sum(),
                        alive.size(),
                        said.configVersion(),
                        said.message(),
                        said.minimumVersion()));
    }
}

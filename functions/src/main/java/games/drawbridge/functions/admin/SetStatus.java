package games.drawbridge.functions.admin;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.server.NodeWordTable;
import games.drawbridge.functions.server.ServerStatus;
import games.drawbridge.functions.server.ServerTable;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Opens the server, or closes it for a maintenance: `{status, message?, minimumVersion?, reason}`.
@Route(value = "PUT /v1/admin/status", rate = 20, burst = 40)
final class SetStatus extends AdminEndpoint {
    private final ServerTable server;
    private final NodeWordTable nodes;

    SetStatus(Aws aws) {
        super(aws, Role.ADMIN, true);
        server = new ServerTable(aws, InstantSource.system());
        nodes = new NodeWordTable(aws);
    }

    @Override
    @Nullable String subject(Request request) {
        return "server";
    }

    @Override
    Act act(Request request) {
        var body = request.body().fields();
        var before = server.read();
        var next =
                new ServerStatus(
                        status(body),
                        body.optionalText("message", 1, AdminLimits.MESSAGE).orElse(null),
                        before.configVersion(),
                        body.optionalText("minimumVersion", 1, AdminLimits.VERSION).orElse(null));
        var after = server.say(next);
        nodes.status(after);
        return Act.changed(Reply.ok(after), before, after);
    }

    private static String status(Fields body) {
        String status = body.text("status", 1, AdminLimits.WORD);
        if (!List.of("open", ServerStatus.MAINTENANCE).contains(status))
            throw body.bad("status", "open or maintenance");
        return status;
    }
}

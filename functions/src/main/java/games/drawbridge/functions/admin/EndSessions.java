package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.login.FamilyTable;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Logs a player out everywhere: `?reason=`. Access tokens go on for a quarter of an hour at most.
@Route(value = "DELETE /v1/admin/players/{id}/sessions", rate = 50, burst = 100)
public final class EndSessions extends AdminEndpoint {
    private final FamilyTable families;

    public EndSessions() {
        this(Environment.system());
    }

    public EndSessions(Environment environment) {
        this(new Aws(environment));
    }

    private EndSessions(Aws aws) {
        super(aws, Role.SUPPORT, true);
        families = new FamilyTable(aws, InstantSource.system());
    }

    @Override
    @Nullable String subject(Request request) {
        return request.path("id", PlayerId::new).value();
    }

    @Override
    Act act(Request request) {
        var player = request.path("id", PlayerId::new);
        var before = families.of(player);
        families.endAll(player);
        return Act.changed(Reply.empty(204), before, List.of());
    }
}

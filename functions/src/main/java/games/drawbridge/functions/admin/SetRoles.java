package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.player.PlayerId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives somebody roles and takes others: `{roles, reason}`. They are in the next access token.
@Route(value = "PUT /v1/admin/players/{id}/roles", rate = 20, burst = 40)
public final class SetRoles extends AdminEndpoint {
    private static final Set<String> ROLES = Set.of("support", "admin");

    private final ProfileTable profiles;

    public SetRoles() {
        this(Environment.system());
    }

    public SetRoles(Environment environment) {
        this(new Aws(environment));
    }

    private SetRoles(Aws aws) {
        super(aws, Role.ADMIN, true);
        profiles = new ProfileTable(aws);
    }

    @Override
    @Nullable String subject(Request request) {
        return request.path("id", PlayerId::new).value();
    }

    @Override
    Act act(Request request) {
        var player = request.path("id", PlayerId::new);
        List<String> roles = request.body().fields().texts("roles", ROLES.size(), AdminLimits.WORD);
        if (!ROLES.containsAll(roles)) throw Problem.badInput("roles must be of support and admin");
        var before = profiles.find(player).orElseThrow(() -> Problem.notFound("no such player"));
        var after =
                profiles.appoint(player, roles.stream().distinct().toList())
                        .orElseThrow(() -> Problem.notFound("no such player"));
        return Act.changed(Reply.ok(after), before.roles(), after.roles());
    }
}

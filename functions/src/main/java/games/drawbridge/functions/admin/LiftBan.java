package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.bans.BanBookTable;
import games.drawbridge.functions.bans.BanTable;
import games.drawbridge.functions.bans.Scope;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.login.IdentityTable;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Takes a ban back: `?reason=`.
@Route(value = "DELETE /v1/admin/players/{id}/bans/{scope}", rate = 50, burst = 100)
public final class LiftBan extends AdminEndpoint {
    private final BanTable bans;
    private final BanBookTable records;
    private final ProfileTable profiles;
    private final IdentityTable identities;

    public LiftBan() {
        this(Environment.system());
    }

    public LiftBan(Environment environment) {
        this(new Aws(environment));
    }

    private LiftBan(Aws aws) {
        super(aws, Role.SUPPORT, true);
        bans = new BanTable(aws, InstantSource.system());
        records = new BanBookTable(aws, InstantSource.system());
        profiles = new ProfileTable(aws);
        identities = new IdentityTable(aws);
    }

    @Override
    @Nullable String subject(Request request) {
        return request.path("id", PlayerId::new).value();
    }

    @Override
    Act act(Request request) {
        var player = request.path("id", PlayerId::new);
        var scope = request.path("scope", Scope::of);
        var before = bans.of(player);
        if (before.stream().noneMatch(ban -> ban.scope().equals(scope.text())))
            throw Problem.notFound("no such ban");
        records.lift(player, scope);
        // Nothing else holds them there any more.
        if (profiles.find(player).isEmpty()) identities.erase(player);
        return Act.changed(Reply.empty(204), before, bans.of(player));
    }
}

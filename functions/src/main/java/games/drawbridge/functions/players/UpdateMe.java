package games.drawbridge.functions.players;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import java.util.Optional;

/// Changes what the body names of the caller's own profile: `name`, `locale`, `country`, `avatar`;
/// `null` takes the last two away.
@Route(value = "PATCH /v1/players/me", rate = 200, burst = 400)
public final class UpdateMe extends Endpoint {
    private final ProfileTable profiles;

    public UpdateMe() {
        this(Environment.system());
    }

    public UpdateMe(Environment environment) {
        profiles = new ProfileTable(new Aws(environment));
    }

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        var change = Change.of(request.body().fields());
        Optional<Profile> profile =
                change.isEmpty() ? profiles.find(player) : profiles.change(player, change);
        return profile.map(Reply::ok).orElseThrow(() -> Problem.notFound("no such player"));
    }
}

package games.drawbridge.functions.players;

import games.drawbridge.functions.Cached;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.player.PlayerId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/// Changes what the body names of the caller's own profile: `name`, `locale`, `country`, `avatar`;
/// `null` takes the last two away. `affiliate` is kept if there is none yet.
@Route(value = "PATCH /v1/players/me", rate = 200, burst = 400)
public final class UpdateMe extends Endpoint {
    private final ProfileTable profiles;
    private final NameTable names;
    private final Cached<NameRules> rules;

    public UpdateMe() {
        this(Environment.system());
    }

    public UpdateMe(Environment environment) {
        var aws = new Aws(environment);
        profiles = new ProfileTable(aws);
        names = new NameTable(aws, profiles, new SecureRandom());
        var title = new NameRulesTable(aws);
        rules = new Cached<>(PlayerLimits.RULES_AGE, InstantSource.system(), title::read);
    }

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        var change = Change.of(request.body().fields());
        return changed(player, change)
                .map(Reply::ok)
                .orElseThrow(() -> Problem.notFound("no such player"));
    }

    private Optional<Profile> changed(PlayerId player, Change change) {
        if (change.isEmpty()) return profiles.find(player);
        if (change.name().isEmpty()) return profiles.change(player, change);
        var asked = rules.get();
        if (asked.blocks(change.name().get()))
            throw new Problem(422, "name-blocked", "this name may not be used here");
        return asked.unique() ? names.take(player, change) : profiles.change(player, change);
    }
}

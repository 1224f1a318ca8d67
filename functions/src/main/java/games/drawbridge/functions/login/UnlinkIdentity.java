package games.drawbridge.functions.login;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.player.PlayerId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes the caller's ways in by one provider away, but never the last way. The sessions that came
/// by it go on.
@Route(value = "DELETE /v1/login/link/{provider}", rate = 200, burst = 400)
public final class UnlinkIdentity extends Endpoint {
    private final Attempts attempts = new Attempts(new SecureRandom());
    private final IdentityTable identities;
    private final ProfileTable profiles;
    private final Gatekeeper gatekeeper;

    public UnlinkIdentity() {
        this(Environment.system());
    }

    public UnlinkIdentity(Environment environment) {
        var aws = new Aws(environment);
        identities = new IdentityTable(aws);
        profiles = new ProfileTable(aws);
        gatekeeper = new Gatekeeper(aws, InstantSource.system());
    }

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        String provider = request.path("provider", text -> text);
        gatekeeper.change(player);
        List<String> left = attempts.until(() -> attempt(player, provider));
        return Reply.ok(Map.of("identities", left));
    }

    /// Empty when the profile was changed in between.
    private Optional<List<String>> attempt(PlayerId player, String provider) {
        var profile =
                profiles.find(player).orElseThrow(() -> Problem.unauthorized("no such player"));
        var left = profile.identities().stream().filter(name -> !name.equals(provider)).toList();
        if (left.size() == profile.identities().size()) throw Problem.notFound("no such identity");
        if (left.isEmpty())
            throw new Problem(409, "last-identity", "nothing else leads to this player");
        var some =
                identities.of(player).stream()
                        .map(IdentityTable.Linked::identity)
                        .filter(identity -> identity.provider().equals(provider))
                        .toList();
        return identities.unlink(profile, some, left) ? Optional.of(left) : Optional.empty();
    }
}

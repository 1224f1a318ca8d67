package games.drawbridge.functions.login;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.email.AddressTable;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.players.Profile;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.player.PlayerId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives the caller one more way in. If it leads to another player the answer says so, and offers
/// to make both one where that is possible.
@Route(value = "POST /v1/login/link", rate = 200, burst = 400)
public final class LinkIdentity extends Endpoint {
    private final InstantSource clock = InstantSource.system();
    private final Attempts attempts = new Attempts(new SecureRandom());
    private final IdentityTable identities;
    private final ProfileTable profiles;
    private final Providers providers;
    private final AddressTable addresses;
    private final Gatekeeper gatekeeper;
    private final Offers offers;

    public LinkIdentity() {
        this(Environment.system());
    }

    public LinkIdentity(Environment environment) {
        var aws = new Aws(environment);
        identities = new IdentityTable(aws);
        profiles = new ProfileTable(aws);
        providers = new Providers(aws, clock);
        addresses = new AddressTable(aws);
        gatekeeper = new Gatekeeper(aws, clock);
        offers = new Offers(aws, clock);
    }

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        gatekeeper.change(player);
        gatekeeper.attempt(request);
        var body = request.body().fields();
        var proof = providers.named(body).prove(body);
        gatekeeper.attempt(proof.identity());
        List<String> all = attempts.until(() -> attempt(player, proof));
        proof.email()
                .ifPresent(email ->
                        addresses.note(
                                player, email, proof.identity().provider(), true, clock.instant()));
        return Reply.ok(Map.of("identities", all));
    }

    /// Empty when the profile was changed in between.
    private Optional<List<String>> attempt(PlayerId player, Proof proof) {
        var profile =
                profiles.find(player).orElseThrow(() -> Problem.unauthorized("no such player"));
        var known = identities.find(proof.identity());
        if (known.isPresent()) return Optional.of(same(profile, proof, known.get()));
        if (identities.of(player).size() >= LoginLimits.IDENTITIES)
            throw new Problem(422, "too-many-identities", "at most " + LoginLimits.IDENTITIES);
        var secret = proof.secret();
        boolean done =
                identities.link(
                        profile,
                        proof.identity(),
                        secret == null ? null : secret.hash(),
                        clock.instant());
        return done ? profiles.find(player).map(Profile::identities) : Optional.empty();
    }

    private List<String> same(Profile profile, Proof proof, IdentityTable.Known known) {
        var secret = proof.secret();
        var hash = known.secret();
        if (secret != null && (hash == null || !secret.matches(hash)))
            throw Problem.unauthorized("device and secret do not belong together");
        if (known.player().equals(profile.playerId())) return profile.identities();
        throw new Problem(409, "identity-taken", "this is another player's")
                .with("merge", offers.of(profile, known.player()).orElse(null));
    }
}

package games.drawbridge.functions.login;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Together;
import games.drawbridge.functions.email.AddressTable;
import games.drawbridge.functions.email.EmailAddress;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.players.Profile;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.player.PlayerId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From what somebody has shown to the session of a player, whichever way they come. Who is new
/// becomes a player.
final class Entrance {
    private static final int ID_SYMBOLS = 20;

    private final InstantSource clock;
    private final SecureRandom dice = new SecureRandom();
    private final RandomText random = new RandomText(dice);
    private final Attempts attempts = new Attempts(dice);
    private final IdentityTable identities;
    private final ProfileTable profiles;
    private final AddressTable addresses;
    private final Gatekeeper gatekeeper;
    private final Sessions sessions;
    private final Together together = new Together();

    Entrance(Aws aws, InstantSource clock) {
        this.clock = clock;
        identities = new IdentityTable(aws);
        profiles = new ProfileTable(aws);
        addresses = new AddressTable(aws);
        gatekeeper = new Gatekeeper(aws, clock);
        sessions = new Sessions(aws, clock);
    }

    /// @throws Problem 401 when nothing is proved, 403 `banned`, 422 `client-too-old`, 429
    Session enter(Request request, Provider provider) {
        gatekeeper.attempt(request);
        var proof = provider.prove(request.body().fields());
        gatekeeper.attempt(proof.identity());
        var session = attempts.until(() -> attempt(request, proof));
        proof.email().ifPresent(email -> note(session.playerId(), proof, email));
        return session;
    }

    private void note(PlayerId player, Proof proof, EmailAddress email) {
        addresses.note(player, email, proof.identity().provider(), true, clock.instant());
    }

    /// Empty when another call was faster with the same identity.
    private Optional<Session> attempt(Request request, Proof proof) {
        var known = identities.find(proof.identity());
        if (known.isPresent()) return Optional.of(again(request, proof, known.get()));
        var older = proof.older().flatMap(identities::find);
        return older.isPresent()
                ? returned(request, proof, older.get())
                : registered(request, proof);
    }

    private Session again(Request request, Proof proof, IdentityTable.Known known) {
        var secret = proof.secret();
        var hash = known.secret();
        if (secret != null && (hash == null || !secret.matches(hash)))
            throw Problem.unauthorized("device and secret do not belong together");
        return sessions.open(player(known.player()), false, request);
    }

    /// Somebody who comes another way than before: from now on both lead to the same player.
    private Optional<Session> returned(Request request, Proof proof, IdentityTable.Known known) {
        var profile = player(known.player());
        if (!identities.link(profile, proof.identity(), null, clock.instant()))
            return Optional.empty();
        return Optional.of(sessions.open(player(known.player()), false, request));
    }

    private Profile player(PlayerId player) {
        var trip = together.trip();
        trip.also(() -> gatekeeper.admit(player));
        var profile = trip.with(() -> profiles.find(player));
        trip.go();
        return profile.get().orElseThrow(() -> Problem.unauthorized("no such player"));
    }

    private Optional<Session> registered(Request request, Proof proof) {
        gatekeeper.registration(request);
        var all = new ArrayList<>(List.of(proof.identity()));
        proof.older().ifPresent(all::add);
        var profile =
                Profile.fresh(
                        new PlayerId(random.symbols(ID_SYMBOLS)),
                        clock.instant(),
                        dice,
                        all.stream().map(Identity::provider).distinct().toList(),
                        proof.locale(),
                        proof.country());
        var secret = proof.secret();
        return identities.register(profile, all, secret == null ? null : secret.hash())
                ? Optional.of(sessions.open(profile, true, request))
                : Optional.empty();
    }
}

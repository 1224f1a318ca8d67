package games.drawbridge.functions.login;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import games.drawbridge.functions.players.Profile;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.player.PlayerId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/// Lets a device in by its id and secret; the first use registers it. Each call costs one bcrypt,
/// whoever asks: hence the rate, and no time tells a known device from a new one.
@Route(value = "POST /v1/login/guest", who = Who.ANYBODY, rate = 100, burst = 300)
public final class GuestLogin extends Endpoint {
    private static final int ID_SYMBOLS = 20;

    private final InstantSource clock = InstantSource.system();
    private final SecureRandom dice = new SecureRandom();
    private final RandomText random = new RandomText(dice);
    private final Attempts attempts = new Attempts(dice);
    private final IdentityTable identities;
    private final ProfileTable profiles;
    private final Sessions sessions;

    public GuestLogin() {
        this(Environment.system());
    }

    public GuestLogin(Environment environment) {
        var aws = new Aws(environment);
        identities = new IdentityTable(aws);
        profiles = new ProfileTable(aws);
        sessions = new Sessions(aws, clock);
    }

    private record Credentials(String device, GuestSecret secret) {
        static Credentials of(Fields body) {
            return new Credentials(
                    body.text("deviceId", 1, LoginLimits.DEVICE_ID),
                    new GuestSecret(
                            body.text(
                                    "secret",
                                    LoginLimits.SHORTEST_SECRET,
                                    LoginLimits.LONGEST_SECRET)));
        }
    }

    @Override
    protected Reply answer(Request request) {
        var credentials = Credentials.of(request.body().fields());
        return Reply.ok(attempts.until(() -> enter(credentials)));
    }

    /// Empty when the device was registered by another call in between.
    private Optional<Session> enter(Credentials credentials) {
        var known = identities.guest(credentials.device());
        return known.isPresent()
                ? Optional.of(again(credentials, known.get()))
                : register(credentials);
    }

    private Session again(Credentials credentials, IdentityTable.Guest known) {
        if (!credentials.secret().matches(known.secret()))
            throw Problem.unauthorized("device and secret do not belong together");
        return profiles.find(known.player())
                .map(player -> sessions.open(player, false))
                .orElseThrow(() -> Problem.unauthorized("no such player"));
    }

    private Optional<Session> register(Credentials credentials) {
        var id = new PlayerId(random.symbols(ID_SYMBOLS));
        var profile = Profile.guest(id, clock.instant(), dice);
        return identities.register(credentials.device(), credentials.secret().hash(), profile)
                ? Optional.of(sessions.open(profile, true))
                : Optional.empty();
    }
}

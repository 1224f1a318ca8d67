package games.drawbridge.functions.login;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import java.time.InstantSource;

/// Lets a device in by its id and secret; the first use registers it. Each call costs one bcrypt,
/// whoever asks: hence the rate, and no time tells a known device from a new one.
@Route(value = "POST /v1/login/guest", who = Who.ANYBODY, rate = 100, burst = 300)
public final class GuestLogin extends Endpoint {
    private final Entrance entrance;
    private final GuestProvider guests = new GuestProvider();

    public GuestLogin() {
        this(Environment.system());
    }

    public GuestLogin(Environment environment) {
        entrance = new Entrance(new Aws(environment), InstantSource.system());
    }

    @Override
    protected Reply answer(Request request) {
        return Reply.ok(entrance.enter(request, guests));
    }
}

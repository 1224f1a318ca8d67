package games.drawbridge.functions.login;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import java.time.InstantSource;

/// Lets in who plays the Instant Game, as the player of the canvas if it is the same one.
@Route(value = "POST /v1/login/instant", who = Who.ANYBODY, rate = 500, burst = 1_000)
public final class InstantLogin extends Endpoint {
    private final Entrance entrance;
    private final InstantProvider instant;

    public InstantLogin() {
        this(Environment.system());
    }

    public InstantLogin(Environment environment) {
        var aws = new Aws(environment);
        var clock = InstantSource.system();
        entrance = new Entrance(aws, clock);
        instant = new InstantProvider(aws, new Nonces(aws, clock), clock);
    }

    @Override
    protected Reply answer(Request request) {
        return Reply.ok(entrance.enter(request, instant));
    }
}

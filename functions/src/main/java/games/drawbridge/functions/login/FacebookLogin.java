package games.drawbridge.functions.login;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import java.time.InstantSource;

/// Lets in who opened the game on Facebook's canvas.
@Route(value = "POST /v1/login/facebook", who = Who.ANYBODY, rate = 500, burst = 1_000)
public final class FacebookLogin extends Endpoint {
    private final Entrance entrance;
    private final FacebookProvider facebook;

    public FacebookLogin() {
        this(Environment.system());
    }

    public FacebookLogin(Environment environment) {
        var aws = new Aws(environment);
        var clock = InstantSource.system();
        entrance = new Entrance(aws, clock);
        facebook = new FacebookProvider(aws, clock);
    }

    @Override
    protected Reply answer(Request request) {
        return Reply.ok(entrance.enter(request, facebook));
    }
}

package games.drawbridge.functions.login;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import java.time.InstantSource;

/// Lets in whom an OpenID provider knows.
@Route(value = "POST /v1/login/oidc/{provider}", who = Who.ANYBODY, rate = 500, burst = 1_000)
public final class OidcLogin extends Endpoint {
    private final Entrance entrance;
    private final OidcLogins providers;

    public OidcLogin() {
        this(Environment.system());
    }

    public OidcLogin(Environment environment) {
        var aws = new Aws(environment);
        var clock = InstantSource.system();
        entrance = new Entrance(aws, clock);
        providers = new OidcLogins(aws, new Nonces(aws, clock), clock);
    }

    @Override
    protected Reply answer(Request request) {
        String name = request.path("provider", text -> text);
        var provider = providers.find(name).orElseThrow(() -> Problem.notFound("no such provider"));
        return Reply.ok(entrance.enter(request, provider));
    }
}

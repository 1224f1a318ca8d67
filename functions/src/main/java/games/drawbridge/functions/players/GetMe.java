package games.drawbridge.functions.players;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;

/// The caller's own profile.
@Route("GET /v1/players/me")
public final class GetMe extends Endpoint {
    private final ProfileTable profiles;

    public GetMe() {
        this(Environment.system());
    }

    public GetMe(Environment environment) {
        profiles = new ProfileTable(new Aws(environment));
    }

    @Override
    protected Reply answer(Request request) {
        return profiles.find(request.player())
                .map(Reply::ok)
                .orElseThrow(() -> Problem.notFound("no such player"));
    }
}

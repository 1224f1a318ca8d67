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

/// A new session for a refresh token, which is then used up. One that was used up before ends its
/// family.
@Route(value = "POST /v1/login/refresh", who = Who.ANYBODY)
public final class RefreshSession extends Endpoint {
    private final Sessions sessions;

    public RefreshSession() {
        this(Environment.system());
    }

    public RefreshSession(Environment environment) {
        sessions = new Sessions(new Aws(environment), InstantSource.system());
    }

    @Override
    protected Reply answer(Request request) {
        String token = request.body().fields().text("refreshToken", 1, LoginLimits.REFRESH_TOKEN);
        return RefreshToken.parse(token)
                .flatMap(sessions::renew)
                .map(Reply::ok)
                .orElseThrow(() -> Problem.unauthorized("log in again"));
    }
}

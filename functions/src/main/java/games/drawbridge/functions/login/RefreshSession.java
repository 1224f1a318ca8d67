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
import java.util.Optional;

/// A new session for a refresh token, which is then used up. One that was used up before ends its
/// family.
@Route(value = "POST /v1/login/refresh", who = Who.ANYBODY)
public final class RefreshSession extends Endpoint {
    private final Sessions sessions;
    private final Gatekeeper gatekeeper;

    public RefreshSession() {
        this(Environment.system());
    }

    public RefreshSession(Environment environment) {
        var aws = new Aws(environment);
        sessions = new Sessions(aws, InstantSource.system());
        gatekeeper = new Gatekeeper(aws, InstantSource.system());
    }

    @Override
    protected Reply answer(Request request) {
        String token = request.body().fields().text("refreshToken", 1, LoginLimits.REFRESH_TOKEN);
        gatekeeper.attempt(request);
        return RefreshToken.parse(token)
                .flatMap(this::renewed)
                .map(Reply::ok)
                .orElseThrow(() -> Problem.unauthorized("log in again"));
    }

    /// Who is banned keeps the token, to come back with it one day.
    private Optional<Session> renewed(RefreshToken token) {
        gatekeeper.attempt(token);
        sessions.owner(token).ifPresent(gatekeeper::admit);
        return sessions.renew(token);
    }
}

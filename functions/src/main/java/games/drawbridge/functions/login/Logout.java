package games.drawbridge.functions.login;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import java.time.InstantSource;

/// Ends the family of a refresh token; with `everywhere` all families of its player. The answer is
/// the same for a token that never was one, so that it can be asked again and tells nothing.
@Route(value = "POST /v1/logout", who = Who.ANYBODY)
public final class Logout extends Endpoint {
    private final FamilyTable families;

    public Logout() {
        this(Environment.system());
    }

    public Logout(Environment environment) {
        families = new FamilyTable(new Aws(environment), InstantSource.system());
    }

    @Override
    protected Reply answer(Request request) {
        var body = request.body().fields();
        String token = body.text("refreshToken", 1, LoginLimits.REFRESH_TOKEN);
        boolean everywhere = body.flag("everywhere");
        RefreshToken.parse(token).ifPresent(known -> end(known, everywhere));
        return Reply.empty(204);
    }

    /// Only who holds the newest token speaks for the player.
    private void end(RefreshToken token, boolean everywhere) {
        if (everywhere) families.owner(token).ifPresent(families::endAll);
        families.end(token.family());
    }
}

package games.drawbridge.functions.login;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Secret;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import java.time.InstantSource;
import java.util.function.Supplier;

/// The public halves of the keys that access tokens are checked with.
@Route(value = "GET /.well-known/jwks.json", who = Who.ANYBODY)
public final class Jwks extends Endpoint {
    private final Supplier<SessionKeys> keys;

    public Jwks() {
        this(Environment.system());
    }

    public Jwks(Environment environment) {
        keys =
                new Secret<>(
                        new Aws(environment),
                        "SESSION_KEYS",
                        InstantSource.system(),
                        SessionKeys::parse);
    }

    @Override
    protected Reply answer(Request request) {
        return Reply.json(200, keys.get().published())
                .with("cache-control", "public, max-age=" + LoginLimits.KEYS_AGE);
    }
}

package games.drawbridge.functions.login;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import java.util.List;
import java.util.Map;

/// Where API Gateway's JWT authorizer finds the keys. We are no provider for others: the flows that
/// the standard wants named are none.
@Route(value = "GET /.well-known/openid-configuration", who = Who.ANYBODY)
public final class OpenIdConfiguration extends Endpoint {
    private final String origin;

    public OpenIdConfiguration() {
        this(Environment.system());
    }

    public OpenIdConfiguration(Environment environment) {
        origin = environment.get("ORIGIN");
    }

    @Override
    protected Reply answer(Request request) {
        return Reply.ok(
                        Map.of(
                                "issuer", origin,
                                "jwks_uri", origin + "/.well-known/jwks.json",
                                "response_types_supported", List.of(),
                                "subject_types_supported", List.of("public"),
                                "id_token_signing_alg_values_supported", List.of("RS256")))
                .with("cache-control", "public, max-age=" + LoginLimits.KEYS_AGE);
    }
}

package games.drawbridge.local.testkit.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// The issuer's two documents.
public final class WellKnown implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private final SecretsManagerClient client;
    private final Environment environment;

    public WellKnown(Environment environment) {
        this.environment = environment;
        client = environment.client(SecretsManagerClient.builder(), "SECRETS_MANAGER");
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        String origin = environment.get("ORIGIN");
        if (String.valueOf(event.get("rawPath")).endsWith("openid-configuration"))
            return Map.of("issuer", origin, "jwks_uri", origin + "/.well-known/jwks.json");
        String keys =
                client.getSecretValue(get -> get.secretId(environment.get("SESSION_KEYS")))
                        .secretString();
        try {
            return JWKSet.parse(keys).toPublicJWKSet().toJSONObject();
        } catch (ParseException fault) {
            throw new IllegalStateException(fault);
        }
    }
}

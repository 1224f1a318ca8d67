package games.drawbridge.local.testkit.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// Rotates the keys that sign, in Secrets Manager's four steps.
public final class Rotate implements RequestHandler<Map<String, String>, String> {
    private static final int BITS = 2048;

    private final SecretsManagerClient client;

    public Rotate(Environment environment) {
        client = environment.client(SecretsManagerClient.builder(), "SECRETS_MANAGER");
    }

    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        String secret = event.get("SecretId");
        String token = event.get("ClientRequestToken");
        switch (event.get("Step")) {
            case "createSecret" ->
                    client.putSecretValue(put ->
                            put.secretId(secret)
                                    .clientRequestToken(token)
                                    .secretString(keys())
                                    .versionStages("AWSPENDING"));
            case "finishSecret" ->
                    client.updateSecretVersionStage(move ->
                            move.secretId(secret)
                                    .versionStage("AWSCURRENT")
                                    .moveToVersionId(token));
            case null, default -> client.describeSecret(ask -> ask.secretId(secret));
        }
        return "done";
    }

    private static String keys() {
        try {
            var key = new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).keyID("k1").generate();
            return new JWKSet(key).toString(false);
        } catch (JOSEException fault) {
            throw new IllegalStateException(fault);
        }
    }
}

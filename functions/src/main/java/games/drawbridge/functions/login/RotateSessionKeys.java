package games.drawbridge.functions.login;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SecretsManagerRotationEvent;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/// Gives the keys of access tokens a new member. Secrets Manager calls it four times for each
/// rotation, and may call any step again.
public final class RotateSessionKeys
        implements RequestHandler<SecretsManagerRotationEvent, @Nullable Void> {
    private static final String CURRENT = "AWSCURRENT";
    private static final String PENDING = "AWSPENDING";
    private static final int BITS = 2048;

    private final SecretsManagerClient secrets;
    private final InstantSource clock = InstantSource.system();

    public RotateSessionKeys() {
        this(Environment.system());
    }

    public RotateSessionKeys(Environment environment) {
        secrets = new Aws(environment).secretsManager();
    }

    @Override
    public @Nullable Void handleRequest(SecretsManagerRotationEvent event, Context context) {
        String secret = event.getSecretId();
        String version = event.getClientRequestToken();
        switch (event.getStep()) {
            case "createSecret" -> create(secret, version);
            case "setSecret" -> {} // nobody else holds these keys
            case "testSecret" -> test(value(secret, version, PENDING).orElseThrow());
            case "finishSecret" -> finish(secret, version);
            default -> throw new IllegalArgumentException("step " + event.getStep());
        }
        return null;
    }

    private void create(String secret, String version) {
        if (value(secret, version, PENDING).isPresent()) return;
        var now = value(secret, null, CURRENT).map(SessionKeys::parse).orElse(SessionKeys.none());
        var next = now.rotated(RotateSessionKeys::fresh, clock.instant());
        secrets.putSecretValue(put ->
                put.secretId(secret)
                        .clientRequestToken(version)
                        .secretString(next.secret())
                        .versionStages(PENDING));
    }

    private static RSAKey fresh() {
        try {
            return new RSAKeyGenerator(BITS).keyIDFromThumbprint(true).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void test(String value) {
        var key = SessionKeys.parse(value).signing();
        var sample = new JWSObject(new JWSHeader(JWSAlgorithm.RS256), new Payload("sample"));
        try {
            sample.sign(new RSASSASigner(key));
            if (sample.verify(new RSASSAVerifier(key.toPublicJWK()))) return;
        } catch (JOSEException _) {
            // said below
        }
        throw new IllegalStateException("the new keys do not sign");
    }

    private void finish(String secret, String version) {
        var current = current(secret);
        if (current.equals(Optional.of(version))) return;
        secrets.updateSecretVersionStage(move ->
                move.secretId(secret)
                        .versionStage(CURRENT)
                        .moveToVersionId(version)
                        .removeFromVersionId(current.orElse(null)));
    }

    private Optional<String> current(String secret) {
        Map<String, List<String>> stages =
                secrets.describeSecret(describe -> describe.secretId(secret)).versionIdsToStages();
        return stages.entrySet().stream()
                .filter(version -> version.getValue().contains(CURRENT))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// The value of a version, where it has one yet.
    private Optional<String> value(String secret, @Nullable String version, String stage) {
        try {
            return Optional.of(
                    secrets.getSecretValue(get ->
                                    get.secretId(secret).versionId(version).versionStage(stage))
                            .secretString());
        } catch (ResourceNotFoundException _) {
            return Optional.empty();
        }
    }
}

package games.drawbridge.local.providers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.SecureRandom;
import java.util.List;

/// The keys of the OpenID provider: new ones in each life of the world, as a provider may take new
/// ones at any time.
final class OidcKeys {
    private static final int BITS = 2048;

    private final SecureRandom random;
    private List<RSAKey> keys = List.of();

    OidcKeys(SecureRandom random) {
        this.random = random;
    }

    /// Signs with another key from now on; the one before still checks.
    synchronized void rotate() {
        var fresh = fresh();
        keys = keys.isEmpty() ? List.of(fresh) : List.of(fresh, keys.getFirst());
    }

    synchronized String published() {
        signing();
        return new JWKSet(List.copyOf(keys)).toString(true);
    }

    synchronized String sign(JWTClaimsSet claims) {
        var key = signing();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    private RSAKey signing() {
        if (keys.isEmpty()) rotate();
        return keys.getFirst();
    }

    private RSAKey fresh() {
        try {
            return new RSAKeyGenerator(BITS)
                    .secureRandom(random)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

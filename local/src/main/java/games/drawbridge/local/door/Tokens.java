package games.drawbridge.local.door;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import games.drawbridge.local.refusal.Refusal;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Signs access tokens for people who look after the game: nobody logs in as support here.
public final class Tokens {
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final Supplier<Optional<String>> keys;
    private final String issuer;
    private final InstantSource clock;

    /// @param keys the private JWK Set that signs sessions
    public Tokens(Supplier<Optional<String>> keys, String issuer, InstantSource clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
    }

    /// @param subject the player's id
    public String sign(String subject, List<String> roles) {
        var now = clock.instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience("drawbridge")
                        .subject(subject)
                        .issueTime(Date.from(now))
                        .notBeforeTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .jwtID(UUID.randomUUID().toString())
                        .claim("roles", roles)
                        .build();
        try {
            var key = signing();
            var header =
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(new JOSEObjectType("at+jwt"))
                            .keyID(key.getKeyID())
                            .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key.toRSAKey()));
            return token.serialize();
        } catch (JOSEException | ParseException fault) {
            throw new IllegalStateException("the session keys are no private JWK Set");
        }
    }

    private JWK signing() throws ParseException {
        String set = keys.get().orElseThrow(() -> new Refusal("There are no session keys yet."));
        return JWKSet.parse(set).getKeys().stream()
                .filter(key -> KeyUse.SIGNATURE.equals(key.getKeyUse()))
                .findFirst()
                .orElseThrow(() -> new Refusal("No session key is for signing."));
    }
}

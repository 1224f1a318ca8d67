package games.drawbridge.functions.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import games.drawbridge.functions.RandomText;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;

/// Signs access tokens: JWT, RS256, for fifteen minutes.
final class AccessTokens {
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    static final String AUDIENCE = "drawbridge";
    private static final int ID_BYTES = 16;

    private final String issuer;
    private final Supplier<SessionKeys> keys;
    private final InstantSource clock;
    private final RandomText random;

    AccessTokens(
            String issuer, Supplier<SessionKeys> keys, InstantSource clock, RandomText random) {
        this.issuer = issuer;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
    }

    /// @param roles beyond a player's own
    String issue(PlayerId player, List<String> roles) {
        var key = keys.get().signing();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).type(TYPE).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims(player, roles, clock.instant()));
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException wrong) {
            throw new IllegalStateException(wrong);
        }
        return token.serialize();
    }

    private JWTClaimsSet claims(PlayerId player, List<String> roles, Instant now) {
        var claims = new JWTClaimsSet.Builder();
        if (!roles.isEmpty()) claims.claim("roles", roles);
        return claims.issuer(issuer)
                .audience(AUDIENCE)
                .subject(player.value())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LoginLimits.ACCESS)))
                .jwtID(random.bytes(ID_BYTES))
                .build();
    }
}

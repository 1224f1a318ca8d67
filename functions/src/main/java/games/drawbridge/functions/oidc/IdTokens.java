package games.drawbridge.functions.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import games.drawbridge.functions.Digest;
import games.drawbridge.functions.oidc.OidcRefused.Why;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks the id tokens of one provider, by RFC 8725: one algorithm for each kind of key, and the
/// key by its id among the provider's own, whatever the token offers (`jku`, `x5u`, `jwk`).
public final class IdTokens {
    private static final Set<String> TYPES = Set.of("JWT", "jwt");

    private final OidcProvider provider;
    private final ProviderKeys keys;
    private final InstantSource clock;

    public IdTokens(OidcProvider provider, InstantSource clock) {
        this.provider = provider;
        this.keys = new ProviderKeys(provider, clock);
        this.clock = clock;
    }

    public OidcProvider provider() {
        return provider;
    }

    /// What the provider says of who logs in.
    ///
    /// @param nonce that was asked for; the token has it, or its SHA-256 as Apple's apps do
    /// @throws OidcRefused when the token is not this provider's word for this login
    public JWTClaimsSet check(String token, String nonce) {
        try {
            var jwt = parsed(token);
            header(jwt.getHeader());
            signature(jwt);
            var claims = jwt.getJWTClaimsSet();
            audience(claims);
            times(claims, clock.instant());
            subject(claims.getSubject());
            if (!nonceIs(claims.getStringClaim("nonce"), nonce)) throw new OidcRefused(Why.NONCE);
            return claims;
        } catch (ParseException _) {
            throw new OidcRefused(Why.MALFORMED);
        }
    }

    private static SignedJWT parsed(String token) throws ParseException {
        if (token.length() > OidcLimits.TOKEN) throw new OidcRefused(Why.MALFORMED);
        return SignedJWT.parse(token);
    }

    private static void header(JWSHeader header) {
        var type = header.getType();
        if (type != null && !TYPES.contains(type.getType())) throw new OidcRefused(Why.TYPE);
        if (header.getKeyID() == null) throw new OidcRefused(Why.KEY);
    }

    private void signature(SignedJWT jwt) {
        boolean supported =
                List.of("RS256", "ES256").contains(jwt.getHeader().getAlgorithm().getName());
        if (!supported) throw new OidcRefused(Why.ALGORITHM);
        var key = keys.find(jwt.getHeader().getKeyID()).orElseThrow(() -> new OidcRefused(Why.KEY));
        try {
            if (!jwt.verify(verifier(jwt.getHeader(), key))) throw new OidcRefused(Why.SIGNATURE);
        } catch (JOSEException _) {
            throw new OidcRefused(Why.SIGNATURE);
        }
    }

    private static JWSVerifier verifier(JWSHeader header, JWK key) throws JOSEException {
        boolean signs = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
        boolean same =
                key.getAlgorithm() == null || key.getAlgorithm().equals(header.getAlgorithm());
        if (!signs || !same) throw new OidcRefused(Why.KEY);
        return switch (header.getAlgorithm().getName() + " " + key.getKeyType()) {
            case "RS256 RSA" -> {
                if (key.size() < OidcLimits.RSA_BITS) throw new OidcRefused(Why.KEY);
                yield new RSASSAVerifier(key.toRSAKey().toPublicJWK());
            }
            case "ES256 EC" -> new ECDSAVerifier(key.toECKey().toPublicJWK());
            default -> throw new OidcRefused(Why.ALGORITHM);
        };
    }

    private void audience(JWTClaimsSet claims) throws ParseException {
        if (!provider.issuers().contains(String.valueOf(claims.getIssuer())))
            throw new OidcRefused(Why.ISSUER);
        var audience = claims.getAudience();
        if (audience.stream().noneMatch(provider.audiences()::contains))
            throw new OidcRefused(Why.AUDIENCE);
        String party = claims.getStringClaim("azp");
        boolean several = audience.size() > 1;
        if (several && (party == null || !provider.audiences().contains(party)))
            throw new OidcRefused(Why.AUDIENCE);
    }

    private static void times(JWTClaimsSet claims, Instant now) {
        var expires = claims.getExpirationTime();
        if (expires == null || !expires.toInstant().plus(OidcLimits.SKEW).isAfter(now))
            throw new OidcRefused(Why.EXPIRED);
        if (isLater(claims.getIssueTime(), now) || isLater(claims.getNotBeforeTime(), now))
            throw new OidcRefused(Why.EARLY);
    }

    private static boolean isLater(@Nullable Date date, Instant now) {
        return date != null && date.toInstant().minus(OidcLimits.SKEW).isAfter(now);
    }

    private static void subject(@Nullable String subject) {
        if (subject == null || subject.isEmpty() || subject.length() > OidcLimits.SUBJECT)
            throw new OidcRefused(Why.SUBJECT);
    }

    private static boolean nonceIs(@Nullable String said, String nonce) {
        return said != null && (same(said, nonce) || same(said, Digest.sha256(nonce)));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}

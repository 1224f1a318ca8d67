package games.drawbridge.functions.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.player.PlayerId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Our tokens as a strict stranger sees them, who knows the origin and nothing else.
class AccessTokensTest {
    private static final World world = World.open();

    @Test
    void discoveryLeadsToTheKeys() {
        var found = world.get("/.well-known/openid-configuration").send();
        assertThat(found.text("/issuer")).isEqualTo(World.ORIGIN);
        assertThat(found.text("/jwks_uri")).isEqualTo(World.ORIGIN + "/.well-known/jwks.json");
        assertThat(found.headers()).containsEntry("cache-control", "public, max-age=300");
    }

    @Test
    void aTokenIsWhatTheContractSays() throws Exception {
        var session = login();
        var token = SignedJWT.parse(session.text("/accessToken"));
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        var claims = check(session.text("/accessToken"));
        assertThat(claims.getSubject()).isEqualTo(session.text("/playerId"));
        assertThat(
                        Duration.between(
                                instant(claims.getIssueTime()),
                                instant(claims.getExpirationTime())))
                .isEqualTo(Duration.ofMinutes(15));
        assertThat(claims.getNotBeforeTime()).isEqualTo(claims.getIssueTime());
        assertThat(claims.getJWTID()).hasSizeGreaterThanOrEqualTo(22);
        assertThat(claims.getClaims()).doesNotContainKey("roles");
    }

    @Test
    void rotationEndsNoSession() throws Exception {
        String before = login().text("/accessToken");
        var known = published();
        world.rotateSessionKeys();
        assertThat(check(before)).isNotNull();
        String after =
                new AccessTokens(
                                World.ORIGIN,
                                () -> SessionKeys.parse(world.sessionKeys()),
                                Instant::now,
                                new RandomText(new SecureRandom()))
                        .issue(new PlayerId("ann"), List.of());
        String kid = SignedJWT.parse(after).getHeader().getKeyID();
        assertThat(kid).isNotEqualTo(SignedJWT.parse(before).getHeader().getKeyID());
        assertThat(known.getKeyByKeyId(kid)).as("published before it signs").isNotNull();
    }

    @Test
    void everyStepOfARotationMayComeTwice() {
        world.rotateSessionKeys();
        String version = UUID.randomUUID().toString();
        world.beginRotation(version);
        world.rotationStep("createSecret", version);
        world.rotationStep("createSecret", version);
        world.rotationStep("setSecret", version);
        world.rotationStep("testSecret", version);
        world.rotationStep("testSecret", version);
        world.rotationStep("finishSecret", version);
        String keys = world.sessionKeys();
        world.rotationStep("finishSecret", version);
        world.rotationStep("createSecret", version);
        assertThat(world.sessionKeys()).isEqualTo(keys);
        assertThatThrownBy(() -> world.rotationStep("dance", version))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "another key",
                "another kid",
                "HS256 with the public key",
                "none",
                "changed",
                "another issuer",
                "another audience",
                "another typ",
                "expired",
                "not yet",
                "no subject"
            })
    void aTokenWithAnythingWrongIsRefused(String fault) throws Exception {
        String token = forged(fault);
        assertThatThrownBy(() -> check(token)).as(fault).isInstanceOf(Exception.class);
    }

    @Test
    void theForgeryWithNothingWrongIsTaken() throws Exception {
        assertThat(check(forged("nothing")).getSubject()).isEqualTo("ann");
    }

    private static String forged(String fault) throws Exception {
        RSAKey ours = SessionKeys.parse(world.sessionKeys()).signing();
        RSAKey key =
                fault.startsWith("another k")
                        ? new RSAKeyGenerator(2048).keyID(ours.getKeyID()).generate()
                        : ours;
        var claims = claims(fault);
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(AccessTokens.TYPE)
                        .keyID(ours.getKeyID());
        if (fault.equals("another kid")) header.keyID("unknown");
        if (fault.equals("another typ")) header.type(new JOSEObjectType("ticket+jwt"));
        if (fault.equals("none")) return new PlainJWT(claims).serialize();
        if (fault.startsWith("HS256")) return withPublicKey(ours, claims);
        var token = new SignedJWT(header.build(), claims);
        token.sign(new RSASSASigner(key));
        String text = token.serialize();
        return fault.equals("changed") ? changed(text) : text;
    }

    private static JWTClaimsSet claims(String fault) {
        Instant now = Instant.now();
        Instant end = fault.equals("expired") ? now.minusSeconds(3_600) : now.plusSeconds(900);
        Instant begin = fault.equals("not yet") ? now.plusSeconds(600) : now;
        return new JWTClaimsSet.Builder()
                .issuer(fault.equals("another issuer") ? "https://evil.example" : World.ORIGIN)
                .audience(fault.equals("another audience") ? "elsewhere" : AccessTokens.AUDIENCE)
                .subject(fault.equals("no subject") ? null : "ann")
                .notBeforeTime(Date.from(begin))
                .expirationTime(Date.from(end))
                .build();
    }

    private static String withPublicKey(RSAKey key, JWTClaimsSet claims) throws Exception {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(AccessTokens.TYPE)
                        .keyID(key.getKeyID())
                        .build();
        var token = new SignedJWT(header, claims);
        token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    private static String changed(String token) {
        String[] parts = token.split("\\.");
        return parts[0] + "." + parts[1].substring(0, parts[1].length() - 2) + "AA." + parts[2];
    }

    /// As an authorizer does that knows only what is published.
    private static JWTClaimsSet check(String token) throws Exception {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(AccessTokens.TYPE));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(
                        JWSAlgorithm.RS256, new ImmutableJWKSet<>(published())));
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        AccessTokens.AUDIENCE,
                        new JWTClaimsSet.Builder().issuer(World.ORIGIN).build(),
                        Set.of("sub", "exp", "nbf")));
        return processor.process(token, null);
    }

    /// Asked of a new instance, which remembers no older keys.
    private static JWKSet published() throws Exception {
        return JWKSet.parse(new SessionKeys(JWKSet.parse(world.sessionKeys())).published());
    }

    private static Got login() {
        return world.login("device", "s".repeat(32));
    }

    private static Instant instant(Date date) {
        return date.toInstant();
    }
}

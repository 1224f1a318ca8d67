package games.drawbridge.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import games.drawbridge.local.http.Headers;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.template.HttpApi;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static RSAKey key;
    private static RSAKey stranger;
    private static TokenCheck check;

    @BeforeAll
    static void makeKeys() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        stranger = new RSAKeyGenerator(2048).keyID("k2").generate();
        var authorizer =
                new HttpApi.Authorizer(
                        "Session", "http://issuer", List.of("drawbridge"), "authorization");
        check =
                new TokenCheck(
                        authorizer,
                        new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())),
                        InstantSource.fixed(NOW));
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("http://issuer")
                .audience("drawbridge")
                .subject("ann")
                .issueTime(Date.from(NOW))
                .notBeforeTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(900)));
    }

    private static String signed(JWTClaimsSet claims, RSAKey with, JWSAlgorithm algorithm)
            throws Exception {
        var header =
                new JWSHeader.Builder(algorithm)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(with.getKeyID())
                        .build();
        var token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(with));
        return token.serialize();
    }

    private static TokenCheck.Verdict check(String authorization, String... scopes) {
        var headers = Headers.NONE.with("authorization", authorization);
        var request = new Request("GET", "/", "", headers, Buffer.buffer(), "HTTP/1.1", "::1");
        return check.check(request, List.of(scopes));
    }

    private static String refusal(TokenCheck.Verdict verdict) {
        assertThat(verdict).isInstanceOf(TokenCheck.Verdict.Refused.class);
        var response = ((TokenCheck.Verdict.Refused) verdict).response();
        return response.status()
                + " "
                + response.text()
                + " "
                + response.headers().first("www-authenticate").orElseThrow();
    }

    /// A token that is good but for one thing.
    private static String token(String fault) throws Exception {
        return switch (fault) {
            case "wrong issuer" -> rs256(claims -> claims.issuer("http://other"));
            case "no issuer" -> rs256(claims -> claims.issuer(null));
            case "wrong audience" -> rs256(claims -> claims.audience("other"));
            case "no audience" -> rs256(claims -> claims.audience((String) null));
            case "expired" -> rs256(claims -> claims.expirationTime(Date.from(NOW)));
            case "no expiry" -> rs256(claims -> claims.expirationTime(null));
            case "not yet" -> rs256(claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(1))));
            case "issued later" -> rs256(claims -> claims.issueTime(Date.from(NOW.plusSeconds(1))));
            case "unknown key" -> signed(claims().build(), stranger, JWSAlgorithm.RS256);
            case "foreign signature" ->
                    signed(
                            claims().build(),
                            new RSAKey.Builder(stranger).keyID("k1").build(),
                            JWSAlgorithm.RS256);
            case "changed" -> {
                var parts = rs256(claims -> claims).split("\\.", -1);
                var other = rs256(claims -> claims.subject("bob")).split("\\.", -1);
                yield parts[0] + "." + other[1] + "." + parts[2];
            }
            case "RS512" -> signed(claims().build(), key, JWSAlgorithm.RS512);
            case "PS256" -> signed(claims().build(), key, JWSAlgorithm.PS256);
            case "alg none" -> new PlainJWT(claims().build()).serialize();
            case "HS256 with the public key" -> {
                var token =
                        new SignedJWT(
                                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(),
                                claims().build());
                token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
                yield token.serialize();
            }
            case "no kid" -> {
                var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims().build());
                token.sign(new RSASSASigner(key));
                yield token.serialize();
            }
            default -> fault;
        };
    }

    private static String rs256(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return signed(change.apply(claims()).build(), key, JWSAlgorithm.RS256);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    wrong issuer
                    no issuer
                    wrong audience
                    no audience
                    expired
                    no expiry
                    not yet
                    issued later
                    unknown key
                    foreign signature
                    changed
                    RS512
                    PS256
                    alg none
                    HS256 with the public key
                    no kid
                    garbage
                    a.b.c
                    ''
                    """)
    void aTokenThatIsNotGoodIsRefused(String fault) throws Exception {
        assertThat(refusal(check("Bearer " + token(fault))))
                .startsWith("401 {\"message\":\"Unauthorized\"} Bearer scope=\"\"")
                .contains("error=\"invalid_token\"");
    }

    @Test
    void noTokenIsRefused() {
        var request = new Request("GET", "/", "", Headers.NONE, Buffer.buffer(), "HTTP/1.1", "::1");
        assertThat(refusal(check.check(request, List.of())))
                .isEqualTo("401 {\"message\":\"Unauthorized\"} Bearer");
    }

    @ParameterizedTest
    @CsvSource({"'Bearer '", "'bearer '", "''"})
    void aGoodTokenIsAdmittedWithItsClaimsAsTexts(String prefix) throws Exception {
        var claims = claims().claim("roles", List.of("admin", "support")).claim("n", 7).build();
        var verdict = check(prefix + signed(claims, key, JWSAlgorithm.RS256));
        assertThat(verdict).isInstanceOf(TokenCheck.Verdict.Admitted.class);
        var jwt = ((TokenCheck.Verdict.Admitted) verdict).context().path("jwt");
        assertThat(jwt.path("claims").path("sub").asText()).isEqualTo("ann");
        assertThat(jwt.path("claims").path("roles").asText()).isEqualTo("[admin support]");
        assertThat(jwt.path("claims").path("n").isTextual()).isTrue();
        assertThat(jwt.path("claims").path("exp").asText())
                .isEqualTo(Long.toString(NOW.getEpochSecond() + 900));
        assertThat(jwt.path("scopes").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    read,        read,       true
                    read write,  write,      true
                    read,        write,      false
                    '',          write,      false
                    """)
    void aRoutesScopeIsNeeded(String has, String needs, boolean admitted) throws Exception {
        var token = signed(claims().claim("scope", has).build(), key, JWSAlgorithm.RS256);
        var verdict = check("Bearer " + token, needs);
        assertThat(verdict instanceof TokenCheck.Verdict.Admitted).isEqualTo(admitted);
        if (!admitted)
            assertThat(refusal(verdict))
                    .startsWith("403 {\"message\":\"Forbidden\"}")
                    .contains("scope=\"" + needs + "\" error=\"insufficient_scope\"");
    }
}

package games.drawbridge.functions.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import games.drawbridge.functions.Digest;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.oidc.OidcRefused.Why;
import games.drawbridge.functions.testkit.OidcProviderDouble;
import games.drawbridge.functions.testkit.SetClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdTokensTest {
    private final OidcProviderDouble provider = new OidcProviderDouble();
    private final SetClock clock = new SetClock(Instant.now());
    private final IdTokens tokens =
            new IdTokens(OidcProvider.parse(provider.line()).getFirst(), clock);

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void aGoodTokenTellsWhoItIs() {
        var claims = tokens.check(provider.token("ann", "n-1"), "n-1");
        assertThat(claims.getSubject()).isEqualTo("ann");
    }

    @Test
    void aNonceMayBeHashedAsApplesAppsDo() {
        String token = provider.token("ann", Digest.sha256("n-1"));
        assertThat(tokens.check(token, "n-1").getSubject()).isEqualTo("ann");
    }

    @Test
    void anEllipticKeySignsAsWell() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).keyID("ec").generate();
        provider.publish(key);
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec").build(),
                        provider.claims("ann", "n").build());
        token.sign(new ECDSASigner(key));
        assertThat(tokens.check(token.serialize(), "n").getSubject()).isEqualTo("ann");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            textBlock =
                    """
                    rubbish,                   MALFORMED
                    empty,                     MALFORMED
                    far too long,              MALFORMED
                    none,                      MALFORMED
                    HS256 with the public key, ALGORITHM
                    RS512,                     ALGORITHM
                    another typ,               TYPE
                    no kid,                    KEY
                    another kid,               KEY
                    another key,               SIGNATURE
                    its own key in the header, SIGNATURE
                    changed,                   SIGNATURE
                    another issuer,            ISSUER
                    no issuer,                 ISSUER
                    another audience,          AUDIENCE
                    no audience,               AUDIENCE
                    for another party,         AUDIENCE
                    expired,                   EXPIRED
                    no expiry,                 EXPIRED
                    issued tomorrow,           EARLY
                    not yet,                   EARLY
                    no subject,                SUBJECT
                    empty subject,             SUBJECT
                    another nonce,             NONCE
                    no nonce,                  NONCE
                    """)
    void aTokenWithAnythingWrongIsRefused(String fault, Why why) throws Exception {
        String token = forged(fault);
        var refused = catchThrowableOfType(OidcRefused.class, () -> tokens.check(token, "n-1"));
        assertThat(refused).as(fault).isNotNull();
        assertThat(refused.why()).isEqualTo(why);
        assertThat(refused.getMessage()).doesNotContain("eyJ");
    }

    @Test
    void theForgeryWithNothingWrongIsTaken() throws Exception {
        assertThat(tokens.check(forged("nothing"), "n-1").getSubject()).isEqualTo("ann");
    }

    private String forged(String fault) throws Exception {
        var ours = provider.signing();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(ours.getKeyID());
        var claims = claims(fault);
        return switch (fault) {
            case "rubbish" -> "rubbish";
            case "empty" -> "";
            case "far too long" -> provider.token("a".repeat(9_000), "n-1");
            case "none" -> new PlainJWT(claims).serialize();
            case "HS256 with the public key" -> {
                var token =
                        new SignedJWT(
                                new JWSHeader.Builder(JWSAlgorithm.HS256)
                                        .keyID(ours.getKeyID())
                                        .build(),
                                claims);
                token.sign(new MACSigner(ours.toRSAPublicKey().getEncoded()));
                yield token.serialize();
            }
            case "RS512" ->
                    OidcProviderDouble.sign(
                            new JWSHeader.Builder(JWSAlgorithm.RS512)
                                    .keyID(ours.getKeyID())
                                    .build(),
                            claims,
                            ours);
            case "another typ" ->
                    OidcProviderDouble.sign(
                            header.type(new JOSEObjectType("at+jwt")).build(), claims, ours);
            case "no kid" -> OidcProviderDouble.sign(header.keyID(null).build(), claims, ours);
            case "another kid" -> OidcProviderDouble.sign(header.keyID("x").build(), claims, ours);
            case "another key" ->
                    OidcProviderDouble.sign(header.build(), claims, OidcProviderDouble.key());
            case "its own key in the header" -> {
                var theirs = OidcProviderDouble.key();
                yield OidcProviderDouble.sign(
                        header.jwk(theirs.toPublicJWK())
                                .jwkURL(URI.create("https://evil.example/keys"))
                                .build(),
                        claims,
                        theirs);
            }
            case "changed" -> {
                String[] parts = OidcProviderDouble.sign(header.build(), claims, ours).split("\\.");
                String other = provider.token("bob", "n-1").split("\\.")[1];
                yield parts[0] + "." + other + "." + parts[2];
            }
            default -> OidcProviderDouble.sign(header.build(), claims, ours);
        };
    }

    private JWTClaimsSet claims(String fault) {
        var good = provider.claims("ann", "n-1");
        var now = Instant.now();
        return switch (fault) {
            case "another issuer" -> good.issuer("https://evil.example").build();
            case "no issuer" -> good.issuer(null).build();
            case "another audience" -> good.audience("another-game").build();
            case "no audience" -> good.audience((String) null).build();
            case "for another party" ->
                    good.audience(List.of(OidcProviderDouble.CLIENT, "another"))
                            .claim("azp", "another")
                            .build();
            case "expired" -> good.expirationTime(Date.from(now.minusSeconds(61))).build();
            case "no expiry" -> good.expirationTime(null).build();
            case "issued tomorrow" -> good.issueTime(Date.from(now.plusSeconds(86_400))).build();
            case "not yet" -> good.notBeforeTime(Date.from(now.plusSeconds(120))).build();
            case "no subject" -> good.subject(null).build();
            case "empty subject" -> good.subject("").build();
            case "another nonce" -> good.claim("nonce", "n-2").build();
            case "no nonce" -> good.claim("nonce", null).build();
            default -> good.build();
        };
    }

    // ---- keys ----

    @Test
    void aKeyThatIsNewAtTheProviderIsAskedForOnce() {
        tokens.check(provider.token("ann", "1"), "1");
        provider.publish(OidcProviderDouble.key());
        clock.pass(Duration.ofMinutes(2));
        tokens.check(provider.token("ann", "2"), "2");
        assertThat(provider.keyReads()).isEqualTo(2);
    }

    @Test
    void aKeyThatIsNewRightAfterTheFirstLoginLetsInAtOnce() {
        tokens.check(provider.token("ann", "1"), "1");
        clock.pass(Duration.ofSeconds(1));
        provider.publish(OidcProviderDouble.key());
        assertThat(tokens.check(provider.token("ann", "2"), "2").getSubject()).isEqualTo("ann");
    }

    @Test
    void manyTokensOfUnknownKeysMakeNoFlood() {
        tokens.check(provider.token("ann", "1"), "1");
        clock.pass(Duration.ofSeconds(1));
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256);
        var claims = provider.claims("ann", "1").build();
        for (int n = 0; n < 100; n++) {
            String token =
                    OidcProviderDouble.sign(
                            header.keyID("x" + n).build(), claims, provider.signing());
            assertThat(
                            catchThrowableOfType(OidcRefused.class, () -> tokens.check(token, "1"))
                                    .why())
                    .isEqualTo(Why.KEY);
        }
        assertThat(provider.keyReads()).as("the first, and one for the unknown").isEqualTo(2);
    }

    @Test
    void knownKeysAreGoodForADayWhileTheProviderIsAway() {
        String token = provider.token("ann", "1");
        tokens.check(token, "1");
        provider.goDown(true);
        clock.pass(Duration.ofMinutes(61));
        assertThat(catchThrowableOfType(OidcRefused.class, () -> tokens.check(token, "1")).why())
                .as("the token itself is old by now")
                .isEqualTo(Why.EXPIRED);
        clock.pass(Duration.ofHours(24));
        var away = catchThrowableOfType(Problem.class, () -> tokens.check(token, "1"));
        assertThat(away.status()).isEqualTo(503);
    }

    @Test
    void aKeyThatTheProviderTookBackIsGoodForAnHourAtMost() {
        String token = provider.token("ann", "1");
        tokens.check(token, "1");
        provider.forgetKeys();
        provider.publish(OidcProviderDouble.key());
        clock.pass(Duration.ofMinutes(59));
        assertThat(tokens.check(token, "1").getSubject()).isEqualTo("ann");
        clock.pass(Duration.ofMinutes(1));
        assertThat(catchThrowableOfType(OidcRefused.class, () -> tokens.check(token, "1")).why())
                .isEqualTo(Why.KEY);
    }

    // ---- configuration ----

    @Test
    void aLineIsAProvider() {
        var all =
                OidcProvider.parse(
                        " google https://accounts.google.com a,b accounts.google.com ;"
                                + "apple https://appleid.apple.com com.studio.game");
        assertThat(all).extracting(OidcProvider::name).containsExactly("google", "apple");
        assertThat(all.getFirst().audiences()).containsExactlyInAnyOrder("a", "b");
        assertThat(all.getFirst().issuers())
                .containsExactlyInAnyOrder("https://accounts.google.com", "accounts.google.com");
        assertThat(OidcProvider.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "google",
                "google https://accounts.google.com",
                "google http://accounts.google.com id",
                "guest https://accounts.google.com id",
                "Google https://accounts.google.com id",
                "google ftp://accounts.google.com id",
                "a https://a.example id iss more"
            })
    void whatCannotBeTrustedIsNoProvider(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> OidcProvider.parse(line));
    }
}

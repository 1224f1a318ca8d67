package games.drawbridge.functions.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.meta.AppSecrets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Stripe's own fixture, and what is refused of it.
class StripeSignatureTest {
    private static final String BODY =
            """
            {
              "id": "evt_test_webhook",
              "object": "event",
              "data": { "object": { "id": "rdr_123", "object": "terminal.reader" } }
            }
            """;
    private static final String GOOD =
            "07b1ede164afb7b5de91267ffa656f568c65d6e0783ce0ac55ee094643578eda";
    private static final AppSecrets SECRETS = AppSecrets.parse("whsec_test_secret");

    @Test
    void theVendorsFixtureIsSignedAsTheVendorSignsIt() {
        String body = BODY.strip();
        assertThat(Digest.sha256(body))
                .isEqualTo("3b538d7c82820105fcdc02c25620eba837c401a7d6256f877fc0c4875a73bc93");
        check("t=12345,v1=" + GOOD, body, 12_345);
        check(
                "t=1800000000,v1=b85523027bdbf056b4c3193d30dd4a3b0459502fae85aa769660c363b8cf0a84",
                "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"checkout.session.completed\"}",
                1_800_000_000);
    }

    @Test
    void whileASecretIsExchangedEitherOneCounts() {
        var both = AppSecrets.parse("whsec_new\nwhsec_test_secret");
        StripeSignature.check(
                "t=12345,v1=00,v1=" + GOOD + ",v0=ff",
                BODY.strip().getBytes(UTF_8),
                both,
                Instant.ofEpochSecond(12_345));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    t=12345,v1=%s   | 12645 | ''
                    t=12345,v1=%s   | 12045 | ''
                    t=12345,v1=%s   | 12646 | stale
                    t=12345,v1=%s   | 12044 | stale
                    t=12346,v1=%s   | 12345 | signature
                    t=12345,v1=%s00 | 12345 | signature
                    t=12345,v1=zz   | 12345 | signature
                    t=12345,v0=%s   | 12345 | malformed
                    v1=%s           | 12345 | malformed
                    t=x,v1=%s       | 12345 | malformed
                    t=12345         | 12345 | malformed
                    t               | 12345 | malformed
                    ''              | 12345 | malformed
                    """)
    void onlyThatIsTaken(String header, long now, String code) {
        String signed = header.formatted(GOOD);
        if (code.isEmpty()) check(signed, BODY.strip(), now);
        else
            assertThatThrownBy(() -> check(signed, BODY.strip(), now))
                    .isInstanceOfSatisfying(
                            StripeRefused.class,
                            refused -> assertThat(refused.why().code()).isEqualTo(code));
    }

    @Test
    void oneOtherByteOfTheBodyIsAnotherBody() {
        assertThatThrownBy(() -> check("t=12345,v1=" + GOOD, BODY, 12_345))
                .isInstanceOf(StripeRefused.class);
    }

    private static void check(String header, String body, long now) {
        StripeSignature.check(header, body.getBytes(UTF_8), SECRETS, Instant.ofEpochSecond(now));
    }
}

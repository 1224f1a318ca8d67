package games.drawbridge.functions.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import games.drawbridge.functions.meta.MetaRefused.Why;
import games.drawbridge.functions.testkit.MetaSigning;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadTest {
    private static final long AT = 1_800_000_000;
    private static final Instant NOW = Instant.ofEpochSecond(AT);

    @Test
    void tellsWhoVisitsTheCanvas() {
        var visit =
                CanvasVisit.of(
                        payload(
                                """
                                "issued_at":1800000000,"user_id":"218471",
                                "user":{"country":"de","locale":"en_US","age":{"min":21}}\
                                """),
                        NOW);
        assertThat(visit)
                .isEqualTo(new CanvasVisit("218471", Optional.of("en_US"), Optional.of("de")));
    }

    @Test
    void refusesAVisitorWhoHasNotAgreed() {
        var payload = payload("\"issued_at\":1800000000,\"user\":{\"country\":\"de\"}");
        assertThat(refusal(() -> CanvasVisit.of(payload, NOW))).isEqualTo(Why.FIELD);
    }

    @ParameterizedTest(name = "user_id {0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    "123"               | 123
                    123                 | 123
                    12345678901234567   | 12345678901234567
                    "12345678901234567" | 12345678901234567
                    "0"                 | 0
                    """)
    void readsIdsAsTextWhateverTheyAre(String written, String id) {
        assertThat(payload("\"user_id\":" + written).id("user_id")).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            textBlock =
                    """
                    1.5
                    1e3
                    true
                    null
                    ""
                    "a b"
                    {}
                    []
                    """)
    void refusesWhatIsNoId(String written) {
        var payload = payload("\"user_id\":" + written);
        assertThat(refusal(() -> payload.id("user_id"))).isEqualTo(Why.FIELD);
    }

    @ParameterizedTest(name = "signed {0} s ago: {1}")
    @CsvSource(
            textBlock =
                    """
                    0, true
                    600, true
                    -60, true
                    601, false
                    -61, false
                    """)
    void isGoodForTenMinutes(long age, boolean good) {
        var payload = payload("\"issued_at\":" + (AT - age) + ",\"asid\":\"1\"");
        if (good) assertThat(InstantAsid.of(payload, NOW).user()).isEqualTo("1");
        else
            assertThat(refusal(() -> InstantAsid.of(payload, NOW)))
                    .isEqualTo(age > 0 ? Why.STALE : Why.FUTURE);
    }

    @Test
    void refusesWhatHasNoTime() {
        var payload = payload("\"asid\":\"1\"");
        assertThat(refusal(() -> InstantAsid.of(payload, NOW))).isEqualTo(Why.FIELD);
    }

    @Test
    void takesOneProofNotForAnother() {
        var info =
                payload("\"issued_at\":1800000000,\"player_id\":\"54\",\"request_payload\":\"n\"");
        var asid = payload("\"issued_at\":1800000000,\"asid\":\"218471\"");
        assertThat(InstantPlayer.of(info, NOW)).isEqualTo(new InstantPlayer("54", "n"));
        assertThat(refusal(() -> InstantAsid.of(info, NOW))).isEqualTo(Why.FIELD);
        assertThat(refusal(() -> CanvasVisit.of(info, NOW))).isEqualTo(Why.FIELD);
        assertThat(refusal(() -> InstantPlayer.of(asid, NOW))).isEqualTo(Why.FIELD);
        assertThat(refusal(() -> CanvasVisit.of(asid, NOW))).isEqualTo(Why.FIELD);
    }

    @Test
    void aNoticeMayComeLate() {
        var notice = UserNotice.of(payload("\"issued_at\":1291836800,\"user_id\":\"218471\""));
        assertThat(notice)
                .isEqualTo(new UserNotice("218471", Instant.ofEpochSecond(1_291_836_800)));
    }

    @Test
    void theLocalWorldsSecretIsRefusedElsewhere() {
        assertThat(MetaSecrets.parse(MetaSigning.SECRET, true)).isNotNull();
        assertThatIllegalStateException()
                .isThrownBy(() -> MetaSecrets.parse("x\n" + MetaSigning.SECRET, false));
    }

    private static Payload payload(String fields) {
        return SignedRequest.read(
                MetaSigning.sign("{\"algorithm\":\"HMAC-SHA256\"," + fields + "}"),
                AppSecrets.parse(MetaSigning.SECRET));
    }

    private static Why refusal(Runnable reading) {
        return catchThrowableOfType(MetaRefused.class, reading::run).why();
    }
}

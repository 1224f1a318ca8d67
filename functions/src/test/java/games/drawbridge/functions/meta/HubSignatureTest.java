package games.drawbridge.functions.meta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.functions.testkit.MetaSigning;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Meta's notices and its words about payments, by vectors made with a synthetic secret.
class HubSignatureTest {
    private static final AppSecrets SECRETS = AppSecrets.parse(MetaSigning.SECRET);
    private static final String BODY =
            "{\"object\":\"payments\",\"entry\":[{\"id\":\"296989303750203\",\"time\":1347996346,\"changed_fields\":[\"actions\"]}]}";
    private static final String GOOD =
            "sha256=c764cd5654f51bebd571c3645867a9470bf528327105ff3bda926e2165e6bf47";
    private static final String PURCHASE =
            "NM5EUuRml9gmy2iHWpDFycew1ulVtTqzRgwK3ONqMck.eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImFwcF9pZCI6IjEyMzQ1Njc4OTAiLCJpc19jb25zdW1lZCI6ZmFsc2UsImlzc3VlZF9hdCI6MTgwMDAwMDAwMCwicGF5bWVudF9hY3Rpb25fdHlwZSI6ImNoYXJnZSIsInBheW1lbnRfaWQiOiIxNjIxNzAyNTU0NjI3MDAxIiwicHJvZHVjdF9pZCI6ImdlbXNfMTAwIiwicHVyY2hhc2VfcHJpY2UiOnsiYW1vdW50IjoiNC45OSIsImN1cnJlbmN5IjoiVVNEIn0sInB1cmNoYXNlX3RpbWUiOjE3OTk5OTk5OTAsInB1cmNoYXNlX3Rva2VuIjoiMjM2NTY1NTcxMzU0MjY1OSJ9";
    private static final String DIALOG =
            "zG4GJZKsd487BdOc6zDut7U9lPjRMoI3-u1c54i2gtI.eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImFtb3VudCI6IjUuMDAiLCJjdXJyZW5jeSI6IkVVUiIsImlzc3VlZF9hdCI6MTgwMDAwMDAwMCwicGF5bWVudF9pZCI6MzMyMDMwMjEzNTk0NTQ3LCJxdWFudGl0eSI6IjEiLCJyZXF1ZXN0X2lkIjoib3JkLTI2NzAiLCJzdGF0dXMiOiJjb21wbGV0ZWQifQ";
    private static final String PRICE =
            "UqExc3SL0Vyhb5c6GOWu8elbvsdQP2Np89IfGH-zfrk.eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImV4cGlyZXMiOjE4MDAwMDM2MDAsImlzc3VlZF9hdCI6MTgwMDAwMDAwMCwib2F1dGhfdG9rZW4iOiJURVNUVE9LRU4iLCJwYXltZW50Ijp7InByb2R1Y3QiOiJodHRwczpcL1wvY2RuLmV4YW1wbGUuY29tXC9vZ1wvMTAwY29pbnMuaHRtbCIsInF1YW50aXR5IjoiMTAiLCJ1c2VyX2N1cnJlbmN5IjoiRVVSIiwicmVxdWVzdF9pZCI6Im9yZC0yNjcxIn0sInVzZXIiOnsiY291bnRyeSI6ImVzIiwibG9jYWxlIjoiZW5fVVMiLCJhZ2UiOnsibWluIjoyMX19LCJ1c2VyX2lkIjoiMjE4NDcxIn0";
    private static final Instant THEN = Instant.ofEpochSecond(1_800_000_000);

    @Test
    void theseVeryBytesAreMetas() {
        HubSignature.check(GOOD, BODY.getBytes(UTF_8), SECRETS);
        HubSignature.check(
                GOOD, BODY.getBytes(UTF_8), AppSecrets.parse("new\n" + MetaSigning.SECRET));
        HubSignature.check(
                "sha256=85acfba3fe0018899046b3138bcc2dd831695d2502332ed1e646aff973987387",
                "{\"object\":\"payments\",\"entry\":[{\"id\":\"990361254213890\",\"time\":1364149262,\"changed_fields\":[\"disputes\"]}]}"
                        .getBytes(UTF_8),
                SECRETS);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    sha256=0000000000000000000000000000000000000000000000000000000000000000, SIGNATURE
                    sha256=c764cd,                                                           SIGNATURE
                    sha1=b74c380e830ed85bee4550471ce2c7576e5d23c1,                           MALFORMED
                    sha256=hello,                                                            MALFORMED
                    '',                                                                      MALFORMED
                    """)
    void nothingElseIs(String header, MetaRefused.Why why) {
        assertThatThrownBy(() -> HubSignature.check(header, BODY.getBytes(UTF_8), SECRETS))
                .isInstanceOfSatisfying(
                        MetaRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }

    @Test
    void whatMetaSignsAboutPaymentsIsRead() {
        var bought = InstantPurchase.of(SignedRequest.read(PURCHASE, SECRETS));
        assertThat(bought)
                .isEqualTo(
                        new InstantPurchase(
                                "1234567890",
                                "2365655713542659",
                                "1621702554627001",
                                "charge",
                                "gems_100",
                                false,
                                new BigDecimal("4.99"),
                                "USD",
                                Instant.ofEpochSecond(1_799_999_990)));
        var paid = PaidDialog.of(SignedRequest.read(DIALOG, SECRETS), THEN);
        assertThat(paid.payment()).isEqualTo("332030213594547");
        assertThat(paid.order()).contains("ord-2670");
        var question = PriceQuestion.of(SignedRequest.read(PRICE, SECRETS), THEN);
        assertThat(question)
                .isEqualTo(new PriceQuestion("https://cdn.example.com/og/100coins.html", "EUR"));
    }
}

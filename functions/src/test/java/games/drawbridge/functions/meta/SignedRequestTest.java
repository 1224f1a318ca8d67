package games.drawbridge.functions.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import games.drawbridge.functions.meta.MetaRefused.Why;
import games.drawbridge.functions.testkit.MetaSigning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRequestTest {
    private static final AppSecrets OURS = AppSecrets.parse(MetaSigning.SECRET);
    private static final AppSecrets FOO = AppSecrets.parse("foo_app_secret");
    private static final String A =
            "U0_O1MqqNKUt32633zAkdd2Ce-jGVgRgJeRauyx_zC8=."
                    + "eyJvYXV0aF90b2tlbiI6ImZvb190b2tlbiIsImFsZ29yaXRobSI6IkhNQUMtU0hBMjU2IiwiaXNzdWVkX2F0IjozMjEsImNvZGUiOiJmb29fY29kZSIsInN0YXRlIjoiZm9vX3N0YXRlIiwidXNlcl9pZCI6MTIzLCJmb28iOiJiYXIifQ==";

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "vectors.csv",
            delimiter = '|',
            quoteCharacter = '~',
            numLinesToSkip = 1)
    void readsWhatOthersSigned(String name, String secret, String payload, String signed) {
        var read = SignedRequest.read(signed, AppSecrets.parse(secret)).json();
        assertThat(read).as(name).isEqualTo(payload.replace("\\/", "/"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    invalid_signed_request                         | MALFORMED
                    ~~                                             | MALFORMED
                    .                                              | MALFORMED
                    a.                                             | MALFORMED
                    .a                                             | MALFORMED
                    a.b.c                                          | MALFORMED
                    a.b                                            | MALFORMED
                    abcd efgh.abcd                                 | MALFORMED
                    abcd.ab cd                                     | MALFORMED
                    abcd.äöü                                       | MALFORMED
                    foo_sig.eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiJ9   | SIGNATURE
                    corrupted.payload                              | MALFORMED
                    MDAwMDA.e30K                                   | SIGNATURE
                    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.e30 | SIGNATURE
                    """)
    void isRefusedWhenNobodySignedIt(String text, Why why) {
        assertThat(refusal(text, FOO)).isEqualTo(why);
    }

    @Test
    void isRefusedWithTheSignatureOfAnother() {
        String payload = A.split("\\.")[1];
        assertThat(refusal("MDAwMDA." + payload, FOO)).isEqualTo(Why.SIGNATURE);
        assertThat(refusal(A.split("\\.")[0] + ".foo_payload", FOO)).isEqualTo(Why.SIGNATURE);
        assertThat(refusal(A.split("\\.")[0] + ".Zm9v", FOO)).isEqualTo(Why.SIGNATURE);
        assertThat(refusal(A, OURS)).isEqualTo(Why.SIGNATURE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {"algorithm":"FOO-ALGORITHM","user_id":"1"}                  | ALGORITHM
                    {"algorithm":"HMAC-SHA1","user_id":"1"}                      | ALGORITHM
                    {"algorithm":"hmac-sha256","user_id":"1"}                    | ALGORITHM
                    {"user_id":"1"}                                              | ALGORITHM
                    {"algorithm":null}                                           | ALGORITHM
                    {"algorithm":256}                                            | FIELD
                    []                                                           | JSON
                    "HMAC-SHA256"                                                | JSON
                    null                                                         | JSON
                    {                                                            | JSON
                    {"algorithm":"HMAC-SHA256"} {}                               | JSON
                    {"algorithm":"HMAC-SHA256","user_id":"1","user_id":"2"}      | JSON
                    {"algorithm":"HMAC-SHA256","u":{"user_id":"1","user_id":2}}  | JSON
                    """)
    void isRefusedThoughRightlySigned(String payload, Why why) {
        assertThat(refusal(MetaSigning.sign(payload), OURS)).isEqualTo(why);
    }

    @Test
    void isRefusedWithTheKnownVectorOfAnotherAlgorithm() {
        String sha1 =
                "lo3AGweBJ_qFQF8Qwsm7CMUC6WqoCx7e6aEHCR55EVo."
                        + "eyJhbGdvcml0aG0iOiJITUFDLVNIQTEiLCJpc3N1ZWRfYXQiOjE4MDAwMDAwMDAsInVzZXJfaWQiOiIyMTg0NzEifQ";
        assertThat(refusal(sha1, OURS)).isEqualTo(Why.ALGORITHM);
    }

    @Test
    void isRefusedWhenItIsNoUtf8() {
        byte[] bytes = {'{', '"', (byte) 0xC3, '"', ':', '1', '}'};
        assertThat(refusal(MetaSigning.sign(bytes, MetaSigning.SECRET), OURS)).isEqualTo(Why.JSON);
    }

    @Test
    void isRefusedWhenItIsTooLong() {
        String payload = "{\"algorithm\":\"HMAC-SHA256\",\"x\":\"" + "x".repeat(60_000) + "\"}";
        assertThat(refusal(MetaSigning.sign(payload), OURS)).isEqualTo(Why.MALFORMED);
    }

    @Test
    void standsForTheSamePayloadUnderMoreThanOneText() {
        int dot = A.indexOf('.');
        String other = A.substring(0, dot - 2) + "9=" + A.substring(dot);
        assertThat(other).isNotEqualTo(A);
        assertThat(SignedRequest.read(other, FOO).json())
                .isEqualTo(SignedRequest.read(A, FOO).json());
    }

    @Test
    void isReadWithTheOldSecretWhileItIsBeingExchanged() {
        var both = AppSecrets.parse("the-new-one\nfoo_app_secret\n");
        assertThat(SignedRequest.read(A, both).id("user_id")).isEqualTo("123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n"})
    void needsASecret(String none) {
        assertThatIllegalArgumentException().isThrownBy(() -> AppSecrets.parse(none));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    abc123,    xyz789,              4dad02ff1693df832f9c183fe400fc4f601360be06514acb4a73edb783eec345
                    test,      test,                88cd2108b5347d973cf39cdf9053d7dd42704876d8c9a9bd8e2d168259d3ddf7
                    foo_token, shhhhh!is.my.secret, 796ba0d8a6b339e476a7b166a9e8ac0a395f7de736dc37de5f2f4397f5854eb8
                    foo_token, foo_secret,          df4256903ba4e23636cc142117aa632133d75c642bd2a68955be1443bd14deb9
                    """)
    void aSecretProvesAnAccessToken(String token, String secret, String proof) {
        assertThat(AppSecrets.parse(secret).proof(token)).isEqualTo(proof);
    }

    @Test
    void saysNothingOfSecretsAndTokens() {
        assertThat(OURS.toString()).doesNotContain(MetaSigning.SECRET);
        assertThat(SignedRequest.read(A, FOO).toString()).doesNotContain("foo_token");
        var refused = catchThrowableOfType(MetaRefused.class, () -> SignedRequest.read(A, OURS));
        assertThat(refused.getMessage()).doesNotContain("U0_O1");
        assertThat(refused.getStackTrace()).isEmpty();
    }

    private static Why refusal(String text, AppSecrets secrets) {
        var refused =
                catchThrowableOfType(MetaRefused.class, () -> SignedRequest.read(text, secrets));
        assertThat(refused).as(text).isNotNull();
        return refused.why();
    }
}

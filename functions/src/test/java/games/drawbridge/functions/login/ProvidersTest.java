package games.drawbridge.functions.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.MetaSigning;
import games.drawbridge.functions.testkit.OidcProviderDouble;
import games.drawbridge.functions.testkit.World;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every way in but the guest's.
class ProvidersTest {
    private static final OidcProviderDouble oidc = new OidcProviderDouble();
    private static final World world = World.open(Map.of("OidcProviders", oidc.line()));

    @AfterAll
    static void close() {
        oidc.close();
    }

    // ---- the canvas ----

    @Test
    void facebooksUserIsAPlayerFromTheFirstVisitOn() {
        var first = facebook("1001", "\"user\":{\"country\":\"de\",\"locale\":\"pt_BR\"},");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.at("/newPlayer").asBoolean()).isTrue();
        assertThat(first.at("/player/identities").toString()).isEqualTo("[\"facebook\"]");
        assertThat(first.text("/player/locale")).isEqualTo("pt-BR");
        assertThat(first.text("/player/country")).isEqualTo("DE");
        var second = facebook("1001", "");
        assertThat(second.at("/newPlayer").asBoolean()).isFalse();
        assertThat(second.text("/playerId")).isEqualTo(first.text("/playerId"));
        assertThat(facebook("1002", "").text("/playerId")).isNotEqualTo(first.text("/playerId"));
    }

    @Test
    void aUserIsTheSameAsTextAndAsNumber() {
        String asText = facebook("1003", "").text("/playerId");
        var asNumber =
                post(
                        "facebook",
                        "signedRequest",
                        sign("\"issued_at\":%d,\"user_id\":1003".formatted(now())));
        assertThat(asNumber.text("/playerId")).isEqualTo(asText);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    "issued_at":%d                                | signedRequest: user_id
                    "issued_at":1800000000000,"user_id":"1"       | signedRequest: future
                    "issued_at":1600000000,"user_id":"1"          | signedRequest: stale
                    "user_id":"1"                                 | signedRequest: issued_at
                    "issued_at":%d,"user_id":"1","user_id":"2"    | signedRequest: json
                    "issued_at":%d,"user_id":1.5                  | signedRequest: user_id
                    """)
    void facebooksWordForNobodyIsRefused(String payload, String detail) {
        var refused = post("facebook", "signedRequest", sign(payload.formatted(now())));
        assertThat(refused.outcome()).isEqualTo("401 unauthorized");
        assertThat(refused.text("/detail")).isEqualTo(detail);
    }

    @Test
    void theLocalWorldsSecretOpensNothingElsewhere() {
        String payload =
                "{\"algorithm\":\"HMAC-SHA256\",\"issued_at\":%d,\"user_id\":\"1\"}"
                        .formatted(now());
        var refused = post("facebook", "signedRequest", MetaSigning.sign(payload));
        assertThat(refused.outcome()).isEqualTo("401 unauthorized");
        assertThat(refused.text("/detail")).isEqualTo("signedRequest: signature");
    }

    // ---- Instant Games ----

    @Test
    void aPlayerOfTheInstantGameComesWithANonceOfOurs() {
        var first = instant("5001", nonce(), null);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.at("/player/identities").toString()).isEqualTo("[\"instant\"]");
        assertThat(instant("5001", nonce(), null).text("/playerId"))
                .isEqualTo(first.text("/playerId"));
    }

    @Test
    void whoPlayedOnTheCanvasIsTheSamePlayer() {
        String old = facebook("1010", "").text("/playerId");
        var back = instant("5010", nonce(), "1010");
        assertThat(back.text("/playerId")).isEqualTo(old);
        assertThat(back.at("/newPlayer").asBoolean()).isFalse();
        assertThat(back.at("/player/identities").toString())
                .isEqualTo("[\"facebook\",\"instant\"]");
        assertThat(instant("5010", nonce(), null).text("/playerId")).isEqualTo(old);
    }

    @Test
    void whoNeverPlayedIsFoundByBothIdsLater() {
        String first = instant("5011", nonce(), "1011").text("/playerId");
        assertThat(facebook("1011", "").text("/playerId")).isEqualTo(first);
    }

    @Test
    void aNonceIsGoodOnce() {
        String nonce = nonce();
        assertThat(instant("5012", nonce, null).status()).isEqualTo(200);
        var again = instant("5012", nonce, null);
        assertThat(again.outcome()).isEqualTo("401 unauthorized");
        assertThat(again.text("/detail")).isEqualTo("the nonce was used before");
        assertThat(instant("5013", nonce, null).outcome()).isEqualTo("401 unauthorized");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    nonce-7f3a
                    AAAAAAAAAAAAAAAAAAAAAA.1900000000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
                    """)
    void aNonceOfSomebodyElseIsRefused(String nonce) {
        assertThat(instant("5014", nonce, null).text("/detail"))
                .isEqualTo("the nonce is none of ours");
    }

    @Test
    void oneProofIsNotTakenForAnother() {
        String info =
                sign(
                        "\"issued_at\":%d,\"player_id\":\"5015\",\"request_payload\":\"%s\""
                                .formatted(now(), nonce()));
        assertThat(post("facebook", "signedRequest", info).outcome()).isEqualTo("401 unauthorized");
        String canvas = sign("\"issued_at\":%d,\"user_id\":\"1015\"".formatted(now()));
        assertThat(post("instant", "signedPlayerInfo", canvas).outcome())
                .isEqualTo("401 unauthorized");
    }

    // ---- OpenID Connect ----

    @Test
    void anyConfiguredProviderLetsIn() {
        var first = oidc("ann", nonce());
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.at("/player/identities").toString()).isEqualTo("[\"test\"]");
        assertThat(oidc("ann", nonce()).text("/playerId")).isEqualTo(first.text("/playerId"));
        assertThat(oidc("bob", nonce()).text("/playerId")).isNotEqualTo(first.text("/playerId"));
    }

    @Test
    void aTokenIsGoodOnceWhoeverMadeTheNonce() {
        String nonce = nonce();
        assertThat(oidc("eve", nonce).status()).isEqualTo(200);
        assertThat(oidc("eve", nonce).text("/detail")).isEqualTo("the nonce was used before");
        assertThat(oidc("eve", "my-own-nonce").status()).isEqualTo(200);
        assertThat(oidc("eve", "my-own-nonce").text("/detail"))
                .isEqualTo("the nonce was used before");
    }

    @Test
    void aProviderThatIsNotConfiguredIsNotThere() {
        assertThat(world.post("/v1/login/oidc/other", "{}").send().outcome())
                .isEqualTo("404 not-found");
    }

    @Test
    void aTokenOfAnotherLoginIsRefused() {
        String body =
                "{\"idToken\":\"%s\",\"nonce\":\"%s\"}".formatted(oidc.token("ann", "one"), "two");
        var refused = world.post("/v1/login/oidc/test", body).send();
        assertThat(refused.outcome()).isEqualTo("401 unauthorized");
        assertThat(refused.text("/detail")).isEqualTo("idToken: nonce");
    }

    private static Got oidc(String subject, String nonce) {
        String token = oidc.token(subject, nonce);
        return world.post(
                        "/v1/login/oidc/test",
                        "{\"idToken\":\"%s\",\"nonce\":\"%s\"}".formatted(token, nonce))
                .send();
    }

    private static Got facebook(String user, String more) {
        return post(
                "facebook",
                "signedRequest",
                sign("%s\"issued_at\":%d,\"user_id\":\"%s\"".formatted(more, now(), user)));
    }

    private static Got instant(String player, String nonce, String asid) {
        String info =
                sign(
                        "\"issued_at\":%d,\"player_id\":\"%s\",\"request_payload\":\"%s\""
                                .formatted(now(), player, nonce));
        String more =
                asid == null
                        ? ""
                        : ",\"signedAsid\":\"%s\""
                                .formatted(
                                        sign(
                                                "\"issued_at\":%d,\"asid\":\"%s\""
                                                        .formatted(now(), asid)));
        return world.post(
                        "/v1/login/instant",
                        "{\"signedPlayerInfo\":\"%s\"%s}".formatted(info, more))
                .send();
    }

    private static Got post(String provider, String field, String signed) {
        return world.post("/v1/login/" + provider, "{\"%s\":\"%s\"}".formatted(field, signed))
                .send();
    }

    private static String nonce() {
        return world.get("/v1/login/nonce").send().text("/nonce");
    }

    private static String sign(String fields) {
        String payload = "{\"algorithm\":\"HMAC-SHA256\"," + fields + "}";
        return MetaSigning.sign(payload.getBytes(UTF_8), World.FACEBOOK_SECRET);
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}

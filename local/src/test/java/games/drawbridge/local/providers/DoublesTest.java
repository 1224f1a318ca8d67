package games.drawbridge.local.providers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import games.drawbridge.local.http.Answerer;
import games.drawbridge.local.http.Headers;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import io.vertx.core.buffer.Buffer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoublesTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final String PAGE = "redirect_uri=http://localhost:8080/login&nonce=n&state=s";

    private final Answerer doubles = at("http://localhost:8080");

    private static Answerer at(String origin) {
        return Doubles.at(origin, new SecureRandom(), InstantSource.fixed(NOW))
                .before(_ -> Response.empty(418));
    }

    @Test
    void othersAnswerForEverythingElse() throws Exception {
        assertThat(get("/_local/mail", "").status()).isEqualTo(418);
        assertThat(get("/_local", "").status()).isEqualTo(418);
    }

    // ---- the European Central Bank ----

    @Test
    void theBanksRatesAreInItsOwnFiles() throws Exception {
        String daily = get("/_local/ecb/eurofxref-daily.xml", "").text();
        assertThat(daily)
                .contains("xmlns=\"http://www.ecb.int/vocabulary/2002-08-01/eurofxref\"")
                .contains("<Cube time='2027-01-15'>")
                .contains("<Cube currency='USD' rate='1.1")
                .doesNotContain("KWD");
        String hist = get("/_local/ecb/eurofxref-hist-90d.xml", "").text();
        assertThat(hist).contains("2026-12-24").doesNotContain("2026-12-25", "2026-12-26");
        assertThat(get("/_local/ecb/eurofxref-hist-90d.xml", "").text()).isEqualTo(hist);
        assertThat(get("/_local/ecb/eurofxref-hist.zip", "").status()).isEqualTo(200);
        assertThat(get("/_local/ecb/other", "").status()).isEqualTo(404);
    }

    // ---- facebook ----

    @Test
    void facebookSignsACanvasLoginAsTheKnownVectorsAre() throws Exception {
        var answer = post("/_local/facebook/login", "{\"user\":\"218471\"}");
        String signed = Json.read(answer.text()).path("signedRequest").asText();
        String[] parts = signed.split("\\.");
        assertThat(Base64.getUrlDecoder().decode(parts[0]))
                .isEqualTo(MetaSignature.hmac(parts[1].getBytes(UTF_8)));
        var payload = Json.read(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(payload.path("user_id").asText()).isEqualTo("218471");
        assertThat(payload.path("issued_at").asLong()).isEqualTo(NOW.getEpochSecond());
        assertThat(payload.path("algorithm").asText()).isEqualTo("HMAC-SHA256");
    }

    @Test
    void aVisitorWhoHasNotAgreedHasNoId() throws Exception {
        var answer = post("/_local/facebook/login", "{\"agreed\":false}");
        String signed = Json.read(answer.text()).path("signedRequest").asText();
        var payload = Json.read(Base64.getUrlDecoder().decode(signed.split("\\.")[1]));
        assertThat(payload.has("user_id")).isFalse();
        assertThat(payload.path("user").path("country").asText()).isEqualTo("de");
    }

    @Test
    void anInstantGameGetsWhatItAskedToBeSigned() throws Exception {
        var answer =
                Json.read(
                        post(
                                        "/_local/facebook/instant",
                                        "{\"player\":\"54\",\"nonce\":\"n-1\",\"asid\":\"218471\"}")
                                .text());
        assertThat(payload(answer.path("signedPlayerInfo").asText()))
                .contains("\"player_id\":\"54\"", "\"request_payload\":\"n-1\"");
        assertThat(payload(answer.path("signedAsid").asText())).contains("\"asid\":\"218471\"");
    }

    @Test
    void aNoticeReachesTheGameAsOftenAsAsked() throws Exception {
        var seen = new CopyOnWriteArrayList<String>();
        var game = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        game.createContext(
                "/v1/facebook/deletion",
                exchange -> {
                    try (exchange) {
                        seen.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                        exchange.getResponseHeaders().set("content-type", "application/json");
                        exchange.sendResponseHeaders(200, 2);
                        exchange.getResponseBody().write("{}".getBytes(UTF_8));
                    }
                });
        game.start();
        try {
            var facebook = at("http://127.0.0.1:" + game.getAddress().getPort());
            var answer =
                    facebook.answer(
                            request(
                                    "POST",
                                    "/_local/facebook/deletion",
                                    "",
                                    "{\"user\":\"1\",\"notices\":{\"repeat\":3}}"));
            assertThat(Json.read(answer.text()).path("answers")).hasSize(3);
            assertThat(seen).hasSize(3).allMatch(body -> body.startsWith("signed_request="));
        } finally {
            game.stop(0);
        }
    }

    // ---- OpenID Connect ----

    @Test
    void discoveryLeadsToTheKeysThatCheckAToken() throws Exception {
        var found = Json.read(get("/_local/oidc/.well-known/openid-configuration", "").text());
        assertThat(found.path("issuer").asText()).isEqualTo("http://localhost:8080/_local/oidc");
        assertThat(found.path("jwks_uri").asText())
                .isEqualTo("http://localhost:8080/_local/oidc/jwks");
        var token = SignedJWT.parse(token("ann", "n-1"));
        var key = keys().getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("drawbridge-local");
        assertThat(token.getJWTClaimsSet().getStringClaim("nonce")).isEqualTo("n-1");
        assertThat(key.isPrivate()).isFalse();
    }

    @Test
    void aNameIsAlwaysTheSameSubject() throws Exception {
        String ann = SignedJWT.parse(token("ann", "1")).getJWTClaimsSet().getSubject();
        assertThat(SignedJWT.parse(token("ann", "2")).getJWTClaimsSet().getSubject())
                .isEqualTo(ann);
        assertThat(SignedJWT.parse(token("bob", "1")).getJWTClaimsSet().getSubject())
                .isNotEqualTo(ann);
    }

    @Test
    void afterARotationAnotherKeySignsAndTheOldOneChecks() throws Exception {
        String before = SignedJWT.parse(token("ann", "1")).getHeader().getKeyID();
        assertThat(post("/_local/oidc/rotate", "").status()).isEqualTo(204);
        String after = SignedJWT.parse(token("ann", "1")).getHeader().getKeyID();
        assertThat(after).isNotEqualTo(before);
        assertThat(keys().getKeyByKeyId(before)).isNotNull();
    }

    @Test
    void thePageAsksForANameAndLeadsBack() throws Exception {
        var page = get("/_local/oidc/authorize", "client_id=drawbridge-local&" + PAGE);
        assertThat(page.text()).contains("value=\"http://localhost:8080/login\"", "value=\"n\"");
        var agreed = get("/_local/oidc/consent", PAGE + "&name=ann&go=1");
        assertThat(agreed.status()).isEqualTo(302);
        assertThat(agreed.headers().first("location").orElseThrow())
                .startsWith("http://localhost:8080/login#id_token=ey")
                .endsWith("&state=s");
        assertThat(
                        get("/_local/oidc/consent", PAGE + "&name=ann&cancel=1")
                                .headers()
                                .first("location"))
                .contains("http://localhost:8080/login#error=access_denied&state=s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET  | /_local/oidc/authorize | client_id=drawbridge-local&nonce=n&redirect_uri=https://evil.example/ | 400
                    GET  | /_local/oidc/authorize | client_id=another&nonce=n&redirect_uri=http://localhost:8080/         | 400
                    GET  | /_local/oidc/authorize | client_id=drawbridge-local&redirect_uri=http://localhost:8080/        | 400
                    GET  | /_local/oidc/consent   | nonce=n&name=%3Cscript&redirect_uri=http://localhost:8080/            | 400
                    GET  | /_local/oidc/else      |                                                                       | 404
                    POST | /_local/oidc/tokens    |                                                                       | 400
                    GET  | /_local/facebook/login |                                                                       | 405
                    POST | /_local/facebook/login |                                                                       | 400
                    POST | /_local/facebook/else  |                                                                       | 404
                    """)
    void refuses(String method, String path, String query, int status) throws Exception {
        var answer = doubles.answer(request(method, path, query == null ? "" : query, "{}"));
        assertThat(answer.status()).isEqualTo(status);
    }

    private JWKSet keys() throws Exception {
        return JWKSet.parse(get("/_local/oidc/jwks", "").text());
    }

    private String token(String name, String nonce) throws Exception {
        String body = "{\"name\":\"%s\",\"nonce\":\"%s\"}".formatted(name, nonce);
        return Json.read(post("/_local/oidc/tokens", body).text()).path("idToken").asText();
    }

    private static String payload(String signed) {
        return new String(Base64.getUrlDecoder().decode(signed.split("\\.")[1]), UTF_8);
    }

    private Response get(String path, String query) throws Exception {
        return doubles.answer(request("GET", path, query, ""));
    }

    private Response post(String path, String body) throws Exception {
        return doubles.answer(request("POST", path, "", body));
    }

    private static Request request(String method, String path, String query, String body) {
        var headers = new Headers(List.of(new Headers.Field("host", "localhost:8080")));
        return new Request(
                method, path, query, headers, Buffer.buffer(body), "HTTP/1.1", "127.0.0.1");
    }
}

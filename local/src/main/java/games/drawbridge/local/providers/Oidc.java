package games.drawbridge.local.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import games.drawbridge.local.http.Answerer;
import games.drawbridge.local.http.ContentTypes;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// An OpenID Connect provider at which everybody is who they say: discovery, keys, an authorization
/// page (implicit flow, `response_type=id_token`), and for scripts
///
/// - `POST tokens` `{"name","nonce","audience"?}` → `{idToken}`
/// - `POST rotate` → 204: signs with another key from now on
final class Oidc implements Answerer {
    static final String BASE = "/_local/oidc";
    static final String CLIENT = "drawbridge-local";

    private static final Duration LIFE = Duration.ofHours(1);
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@+-]{0,63}");
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'";

    private final String origin;
    private final OidcKeys keys;
    private final InstantSource clock;

    Oidc(String origin, OidcKeys keys, InstantSource clock) {
        this.origin = origin;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Response answer(Request request) throws IOException {
        try {
            return switch (request.method() + " " + request.path().substring(BASE.length())) {
                case "GET /.well-known/openid-configuration" -> discovery();
                case "GET /jwks" ->
                        Response.of(200, "application/json", keys.published())
                                .with("cache-control", "public, max-age=300");
                case "GET /authorize" -> page(request);
                case "GET /consent" -> consent(request);
                case "POST /tokens" -> tokens(Json.read(request.body().getBytes()));
                case "POST /rotate" -> {
                    keys.rotate();
                    yield Response.empty(204);
                }
                default -> error(404, "not_found", "no such call");
            };
        } catch (Json.BadJson | IllegalArgumentException bad) {
            return error(400, "invalid_request", String.valueOf(bad.getMessage()));
        }
    }

    private Response discovery() {
        return Response.json(
                200,
                Map.of(
                        "issuer", origin + BASE,
                        "authorization_endpoint", origin + BASE + "/authorize",
                        "jwks_uri", origin + BASE + "/jwks",
                        "scopes_supported", List.of("openid"),
                        "response_types_supported", List.of("id_token"),
                        "subject_types_supported", List.of("public"),
                        "id_token_signing_alg_values_supported", List.of("RS256")));
    }

    /// The page on which a name is chosen; its form asks `consent`.
    private static Response page(Request request) throws IOException {
        redirect(request);
        needed(request, "nonce");
        if (!needed(request, "client_id").equals(CLIENT))
            throw new IllegalArgumentException("client_id must be " + CLIENT);
        try (var in = Oidc.class.getResourceAsStream("/local/oidc.html")) {
            if (in == null) throw new IOException("oidc.html is not in the jar");
            String html = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String name : List.of("redirect_uri", "nonce", "state"))
                html =
                        html.replace(
                                "{{" + name + "}}", escaped(request.parameter(name).orElse("")));
            return Response.of(200, ContentTypes.of("oidc.html"), Buffer.buffer(html))
                    .with("cache-control", "no-store")
                    .with("content-security-policy", POLICY);
        }
    }

    private Response consent(Request request) {
        String state = "&state=" + encoded(request.parameter("state").orElse(""));
        String said =
                request.parameter("cancel").isPresent()
                        ? "error=access_denied"
                        : "id_token=" + token(needed(request, "name"), nonce(request), CLIENT);
        return Response.empty(302)
                .with("location", redirect(request) + "#" + said + state)
                .with("cache-control", "no-store");
    }

    private static String nonce(Request request) {
        return needed(request, "nonce");
    }

    private Response tokens(JsonNode asked) {
        String audience = asked.path("audience").asText(CLIENT);
        String name = asked.path("name").asText();
        String token = token(name, asked.path("nonce").asText(), audience);
        return Doubles.json(200, Json.object().put("idToken", token));
    }

    private String token(String name, String nonce, String audience) {
        if (!NAME.matcher(name).matches())
            throw new IllegalArgumentException("name must be 1 to 64 letters, digits and ._@+-");
        var now = clock.instant();
        var sub = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(origin + BASE)
                        .audience(audience)
                        .subject(sub.toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .jwtID(UUID.randomUUID().toString())
                        .claim("name", name);
        if (!nonce.isEmpty()) claims.claim("nonce", nonce);
        return keys.sign(claims.build());
    }

    /// Tokens go to a page of this origin only.
    private static String redirect(Request request) {
        String given = needed(request, "redirect_uri");
        var uri = URI.create(given);
        String host = request.headers().first("host").orElse("");
        if (!"http".equals(uri.getScheme()) || !host.equals(uri.getAuthority()))
            throw new IllegalArgumentException("redirect_uri must be a page of this origin");
        if (uri.getFragment() != null)
            throw new IllegalArgumentException("redirect_uri must have no fragment");
        return given;
    }

    private static String needed(Request request, String name) {
        return request.parameter(name)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static Response error(int status, String error, String description) {
        return Doubles.json(status, Map.of("error", error, "error_description", description));
    }
}

package games.drawbridge.functions.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.trace.Trace;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One call, as the endpoint asks about it. Whatever is not as it must be is a [Problem].
public final class Request {
    private static final Pattern KEY =
            Pattern.compile("[ -~]{1," + HttpLimits.IDEMPOTENCY_KEY + "}");
    private static final Pattern COMMA = Pattern.compile(" *, *");
    private static final Pattern WORDS = Pattern.compile("[\\[\\], ]+");

    private final APIGatewayV2HTTPEvent event;

    Request(APIGatewayV2HTTPEvent event) {
        this.event = event;
    }

    /// Who calls, by the access token that API Gateway has checked.
    public PlayerId player() {
        String subject = claims().get("sub");
        try {
            if (subject != null) return new PlayerId(subject);
        } catch (IllegalArgumentException _) {
            // such a token is not ours: the same answer as none
        }
        throw Problem.unauthorized("an access token is needed");
    }

    /// Whether the token carries one of these roles. API Gateway hands a list over as `[a b]`.
    public boolean hasRole(String... roles) {
        String given = claims().getOrDefault("roles", "");
        return WORDS.splitAsStream(given).anyMatch(List.of(roles)::contains);
    }

    private Map<String, String> claims() {
        var context = event.getRequestContext();
        var authorizer = context == null ? null : context.getAuthorizer();
        var token = authorizer == null ? null : authorizer.getJwt();
        var claims = token == null ? null : token.getClaims();
        return claims == null ? Map.of() : claims;
    }

    /// The id in the path. What is no id names nothing: 404.
    public <T> T path(String name, Function<String, T> id) {
        String text = orEmpty(event.getPathParameters()).get(name);
        try {
            if (text != null) return id.apply(text);
        } catch (IllegalArgumentException _) {
            // as if it named something that is not there
        }
        throw Problem.notFound("no such " + name);
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(orEmpty(event.getQueryStringParameters()).get(name))
                .filter(text -> !text.isEmpty());
    }

    /// A whole number of the query; `otherwise` when it is not given.
    public long query(String name, long otherwise, long least, long most) {
        return query(name).map(text -> whole(name, text, least, most)).orElse(otherwise);
    }

    private static long whole(String name, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException _) {
            // said below
        }
        throw Problem.badInput(name + " must be a whole number from " + least + " to " + most);
    }

    /// Which part of a list is asked for.
    ///
    /// @param list names the list: a cursor of another list is refused
    public Page page(String list) {
        int limit = (int) query("limit", HttpLimits.USUAL_PAGE, 1, HttpLimits.LARGEST_PAGE);
        return new Page(
                list, limit, query("cursor").map(text -> Page.position(list, text)).orElse(null));
    }

    /// The way on which the caller says that this call is.
    public Optional<Trace> trace() {
        return Trace.parse(header("traceparent").orElse(null));
    }

    /// @param name lower case
    public Optional<String> header(String name) {
        return Optional.ofNullable(orEmpty(event.getHeaders()).get(name));
    }

    public String idempotencyKey() {
        return header("idempotency-key")
                .filter(key -> KEY.matcher(key).matches())
                .orElseThrow(() ->
                        new Problem(
                                400,
                                "idempotency-key-required",
                                "Idempotency-Key must be 1 to "
                                        + HttpLimits.IDEMPOTENCY_KEY
                                        + " printable ASCII characters"));
    }

    /// The body, which must be a JSON object.
    public Body body() {
        return Body.of(event.getBody(), event.getIsBase64Encoded(), header("content-type"));
    }

    /// The body where it may be left out.
    public Body bodyIfAny() {
        String text = event.getBody();
        return text == null || text.isEmpty() ? Body.EMPTY : body();
    }

    /// The body's very bytes, for whoever checks a signature over them.
    ///
    /// @param most bytes
    public byte[] bytes(int most) {
        return Body.bytes(event.getBody(), event.getIsBase64Encoded(), most);
    }

    /// The address that the caller's connection comes from. Whoever stands between adds a line to
    /// `X-Forwarded-For`; what stands further left may be anybody's invention.
    public String address() {
        var context = event.getRequestContext();
        var http = context == null ? null : context.getHttp();
        String last = http == null ? null : http.getSourceIp();
        var hops =
                new ArrayList<>(COMMA.splitAsStream(header("x-forwarded-for").orElse("")).toList());
        hops.removeIf(hop -> hop.isEmpty() || hop.equals(last));
        if (!hops.isEmpty()) return hops.getLast();
        return last == null ? "unknown" : last;
    }

    /// A field of a form (`application/x-www-form-urlencoded`).
    ///
    /// @param most bytes of the whole body
    public Optional<String> form(String name, int most) {
        String text = new String(bytes(most), StandardCharsets.UTF_8);
        return Arrays.stream(text.split("&", -1))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2 && decoded(field[0]).equals(name))
                .map(field -> decoded(field[1]))
                .findFirst();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw Problem.badInput("the body is no form");
        }
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}

package games.drawbridge.functions.testkit;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// One HTTP call on its way to the function that the template routes it to.
public final class Call {
    private final World world;
    private final String method;
    private final String path;
    private final Map<String, String> query = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, String> claims = new HashMap<>();
    private String body;
    private boolean base64;
    private String from = "192.0.2.1";

    Call(World world, String method, String target) {
        this.world = world;
        this.method = method;
        String[] parts = target.split("\\?", 2);
        this.path = parts[0];
        if (parts.length == 2)
            for (String pair : parts[1].split("&")) {
                String[] sides = pair.split("=", 2);
                query.put(decode(sides[0]), decode(sides[1]));
            }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /// With the claims of that player's access token, as the authorizer hands them over.
    public Call as(String player) {
        claims.put("sub", player);
        return this;
    }

    public Call claim(String name, String value) {
        claims.put(name, value);
        return this;
    }

    public Call header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Call json(String text) {
        headers.putIfAbsent("content-type", "application/json");
        body = text;
        return this;
    }

    /// As a browser sends a form.
    public Call form(String text) {
        headers.put("content-type", "application/x-www-form-urlencoded");
        body = text;
        return this;
    }

    /// From that address.
    public Call from(String address) {
        from = address;
        return this;
    }

    public Call base64(String text) {
        base64 = true;
        return json(text);
    }

    public Got send() {
        var route = route();
        return world.invoke(route, event(route.key()));
    }

    /// What API Gateway would give the function.
    public APIGatewayV2HTTPEvent event() {
        return event(route().key());
    }

    /// Where the template leads it.
    public Template.Route route() {
        return world.routes().stream()
                .filter(candidate -> parameters(candidate.key()) != null)
                .min(Comparator.comparingInt(candidate -> parameters(candidate.key()).size()))
                .orElseThrow(() -> new AssertionError("no route " + method + " " + path));
    }

    private APIGatewayV2HTTPEvent event(String routeKey) {
        var context = APIGatewayV2HTTPEvent.RequestContext.builder();
        context.withHttp(
                APIGatewayV2HTTPEvent.RequestContext.Http.builder().withSourceIp(from).build());
        if (!claims.isEmpty())
            context.withAuthorizer(
                    APIGatewayV2HTTPEvent.RequestContext.Authorizer.builder()
                            .withJwt(
                                    APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT
                                            .builder()
                                            .withClaims(claims)
                                            .build())
                            .build());
        return APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRouteKey(routeKey)
                .withRawPath(path)
                .withHeaders(headers)
                .withPathParameters(parameters(routeKey))
                .withQueryStringParameters(query.isEmpty() ? null : query)
                .withRequestContext(context.build())
                .withBody(body)
                .withIsBase64Encoded(base64)
                .build();
    }

    /// The path's parameters under a route; null when it is another route's path.
    private Map<String, String> parameters(String routeKey) {
        String[] route = routeKey.split(" ", 2);
        String[] wanted = route[1].split("/");
        String[] given = path.split("/");
        if (!route[0].equals(method) || wanted.length != given.length) return null;
        var parameters = new TreeMap<String, String>();
        for (int n = 0; n < wanted.length; n++) {
            if (wanted[n].startsWith("{"))
                parameters.put(wanted[n].substring(1, wanted[n].length() - 1), decode(given[n]));
            else if (!wanted[n].equals(given[n])) return null;
        }
        return parameters;
    }

    @Override
    public String toString() {
        return method + " " + path + " " + new LinkedHashMap<>(query) + Arrays.asList(body);
    }
}

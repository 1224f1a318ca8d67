package games.drawbridge.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An HTTP API of API Gateway.
///
/// @param id as `!Ref` names it
/// @param authorizers by name
/// @param byDefault the authorizer of routes that name none
/// @param rates how often a route may be called, by its key; those of all others under `*`
public record HttpApi(
        String id,
        Map<String, Authorizer> authorizers,
        Optional<String> byDefault,
        Map<String, Rate> rates) {

    /// How often all callers together may call a route.
    ///
    /// @param steady calls a second
    /// @param burst calls at once
    public record Rate(double steady, int burst) {}

    /// Whose tokens are accepted.
    ///
    /// @param issuer its keys are found through its discovery document
    /// @param header where the token stands, lower case
    public record Authorizer(String name, String issuer, List<String> audience, String header) {}

    /// API Gateway's own.
    private static final int MOST_RATE = 10_000;

    private static final String SOURCE = "$request.header.";

    static HttpApi read(String id, Props props) {
        props.ignore("Name", "Description", "DisableExecuteApiEndpoint", "AccessLogSettings");
        props.ignore("Tags", "PropagateTags", "FailOnWarnings");
        props.only("StageName", "$default");
        var rates = new LinkedHashMap<String, Rate>();
        rate(props.in("DefaultRouteSettings")).ifPresent(rate -> rates.put("*", rate));
        var routes = props.in("RouteSettings");
        for (String route : routes.names())
            rate(routes.in(route)).ifPresent(rate -> rates.put(route, rate));
        var auth = props.in("Auth");
        var authorizers = new LinkedHashMap<String, Authorizer>();
        for (String name : auth.in("Authorizers").names())
            authorizers.put(name, authorizer(name, auth.in("Authorizers").in(name)));
        return new HttpApi(id, authorizers, auth.maybe("DefaultAuthorizer"), rates);
    }

    private static Optional<Rate> rate(Props settings) {
        settings.ignore("DetailedMetricsEnabled");
        int burst = settings.whole("ThrottlingBurstLimit", 0, 1, MOST_RATE);
        double steady = settings.maybe("ThrottlingRateLimit").map(Double::parseDouble).orElse(0.0);
        return burst == 0 || steady == 0 ? Optional.empty() : Optional.of(new Rate(steady, burst));
    }

    private static Authorizer authorizer(String name, Props props) {
        String source = props.maybe("IdentitySource").orElse(SOURCE + "Authorization");
        if (!source.startsWith(SOURCE))
            throw new TemplateFault(props.where("IdentitySource"), "only a header runs locally");
        var jwt = props.in("JwtConfiguration");
        return new Authorizer(
                name,
                jwt.text("issuer"),
                jwt.texts("audience"),
                source.substring(SOURCE.length()).toLowerCase(java.util.Locale.ROOT));
    }
}

package games.drawbridge.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An HTTP API of API Gateway.
///
/// @param id as `!Ref` names it
/// @param authorizers by name
/// @param byDefault the authorizer of routes that name none
public record HttpApi(String id, Map<String, Authorizer> authorizers, Optional<String> byDefault) {

    /// Whose tokens are accepted.
    ///
    /// @param issuer its keys are found through its discovery document
    /// @param header where the token stands, lower case
    public record Authorizer(String name, String issuer, List<String> audience, String header) {}

    private static final String SOURCE = "$request.header.";

    static HttpApi read(String id, Props props) {
        props.ignore("Name", "Description", "DisableExecuteApiEndpoint", "AccessLogSettings");
        props.ignore("Tags", "PropagateTags");
        props.only("StageName", "$default");
        throttling(props.in("DefaultRouteSettings"));
        for (String route : props.in("RouteSettings").names())
            throttling(props.in("RouteSettings").in(route));
        var auth = props.in("Auth");
        var authorizers = new java.util.LinkedHashMap<String, Authorizer>();
        for (String name : auth.in("Authorizers").names())
            authorizers.put(name, authorizer(name, auth.in("Authorizers").in(name)));
        return new HttpApi(id, authorizers, auth.maybe("DefaultAuthorizer"));
    }

    /// Rates are the cloud's own protection: one person's machine has none to protect.
    private static void throttling(Props settings) {
        settings.ignore("ThrottlingBurstLimit", "ThrottlingRateLimit", "DetailedMetricsEnabled");
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

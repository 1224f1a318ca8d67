package games.drawbridge.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Which function answers which requests.
///
/// @param method upper case, or `ANY`
/// @param path as declared, `/v1/rooms/{room}`; `$default` for whatever no other route takes
/// @param authorizer whose token is needed; empty: anybody may call
/// @param scopes of which the token must have one, when there are any
/// @param timeout after which the caller is no longer kept waiting
public record Route(
        String function,
        String method,
        String path,
        Optional<HttpApi.Authorizer> authorizer,
        List<String> scopes,
        Duration timeout) {
    private static final int MOST_MILLIS = 30_000;

    static Route read(String function, Props props, HttpApi api) {
        props.ignore("ApiId");
        props.only("PayloadFormatVersion", "2.0");
        var auth = props.in("Auth");
        String name = auth.maybe("Authorizer").orElse(api.byDefault().orElse("NONE"));
        if (!name.equals("NONE") && !api.authorizers().containsKey(name))
            throw new TemplateFault(auth.where("Authorizer"), "nothing is called " + name);
        return new Route(
                function,
                props.maybe("Method").orElse("ANY").toUpperCase(java.util.Locale.ROOT),
                props.maybe("Path").orElse("$default"),
                Optional.ofNullable(api.authorizers().get(name)),
                auth.texts("AuthorizationScopes"),
                Duration.ofMillis(props.whole("TimeoutInMillis", MOST_MILLIS, 50, MOST_MILLIS)));
    }

    /// As the event names it: `GET /v1/rooms/{room}`, or `$default`.
    public String key() {
        return path.equals("$default") ? path : method + " " + path;
    }
}

package games.drawbridge.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which function answers which requests.
///
/// @param method upper case, or `ANY`
/// @param path as declared, `/v1/rooms/{room}`; `$default` for whatever no other route takes
/// @param authorizer whose token is needed; empty: anybody may call
/// @param scopes of which the token must have one, when there are any
/// @param rate how often it may be called, if that is limited
/// @param timeout after which the caller is no longer kept waiting
public record Route(
        String function,
        String method,
        String path,
        Optional<HttpApi.Authorizer> authorizer,
        List<String> scopes,
        Optional<HttpApi.Rate> rate,
        Duration timeout) {
    private static final String DEFAULT = "$default";
    private static final int MOST_MILLIS = 30_000;

    static Route read(String function, Props props, HttpApi api) {
        props.ignore("ApiId");
        props.only("PayloadFormatVersion", "2.0");
        var auth = props.in("Auth");
        String name = auth.maybe("Authorizer").orElse(api.byDefault().orElse("NONE"));
        if (!name.equals("NONE") && !api.authorizers().containsKey(name))
            throw new TemplateFault(auth.where("Authorizer"), "nothing is called " + name);
        String method = props.maybe("Method").orElse("ANY").toUpperCase(Locale.ROOT);
        String path = props.maybe("Path").orElse(DEFAULT);
        var rates = api.rates();
        return new Route(
                function,
                method,
                path,
                Optional.ofNullable(api.authorizers().get(name)),
                auth.texts("AuthorizationScopes"),
                Optional.ofNullable(rates.getOrDefault(key(method, path), rates.get("*"))),
                Duration.ofMillis(props.whole("TimeoutInMillis", MOST_MILLIS, 50, MOST_MILLIS)));
    }

    private static String key(String method, String path) {
        return path.equals(DEFAULT) ? path : method + " " + path;
    }

    /// As the event names it: `GET /v1/rooms/{room}`, or `$default`.
    public String key() {
        return key(method, path);
    }
}

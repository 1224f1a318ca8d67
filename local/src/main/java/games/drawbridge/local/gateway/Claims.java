package games.drawbridge.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import games.drawbridge.local.http.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// A token's claims as API Gateway hands them on: texts, whatever they were; a list is `[a b]`.
final class Claims {
    private Claims() {}

    static ObjectNode context(JWTClaimsSet claims, List<String> scopes) {
        var context = Json.object();
        var jwt = context.putObject("jwt");
        var all = jwt.putObject("claims");
        claims.toJSONObject().forEach((name, value) -> all.put(name, text(value)));
        if (scopes.isEmpty()) jwt.putNull("scopes");
        else jwt.set("scopes", Json.tree(scopes));
        return context;
    }

    private static String text(Object value) {
        return switch (value) {
            case List<?> list ->
                    list.stream().map(Objects::toString).collect(Collectors.joining(" ", "[", "]"));
            case Map<?, ?> map -> Json.text(map);
            default -> value.toString();
        };
    }
}

package games.drawbridge.functions.template;

import static games.drawbridge.functions.testkit.Template.map;

import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import games.drawbridge.functions.testkit.OpenApi;
import games.drawbridge.functions.testkit.Template;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/// The template, openapi.yaml and the code name the same routes, callers and rates.
final class Routes {
    private final Template template;
    private final List<String> findings;

    private Routes(Template template, List<String> findings) {
        this.template = template;
        this.findings = findings;
    }

    static void check(Template template, OpenApi api, List<String> findings) {
        var check = new Routes(template, findings);
        var routes = new TreeMap<String, Boolean>();
        for (var route : template.routes()) {
            if (routes.put(route.key(), route.anybody()) != null)
                findings.add(route.function() + ": " + route.key() + " is routed twice");
            check.code(route);
        }
        check.documented(routes, api.routes());
        check.explicit();
        check.unreached();
        check.rates();
    }

    private void documented(Map<String, Boolean> routes, Map<String, Boolean> documented) {
        var all = new TreeSet<>(routes.keySet());
        all.addAll(documented.keySet());
        for (String route : all)
            if (!documented.containsKey(route) || !documented.get(route).equals(routes.get(route)))
                findings.add(route + ": not as openapi.yaml has it");
    }

    private void code(Template.Route route) {
        var stated = stated(route.function());
        boolean same =
                stated.stream()
                        .anyMatch(it ->
                                it.value().equals(route.key())
                                        && (it.who() == Who.ANYBODY) == route.anybody());
        if (!same && Handlers.exists(template.handler(route.function())))
            findings.add(route.function() + ": " + route.key() + " is not as the code says");
    }

    /// What the classes of a function say that they answer.
    private List<Route> stated(String function) {
        return Handlers.endpoints(template.handler(function)).stream()
                .map(type -> type.getAnnotation(Route.class))
                .filter(Objects::nonNull)
                .toList();
    }

    /// A call whose function is declared, and no way to it.
    private void unreached() {
        var routed = template.routes().stream().map(Template.Route::key).toList();
        for (String function : template.functions())
            for (var route : stated(function))
                if (!routed.contains(route.value()))
                    findings.add(function + ": " + route.value() + " has no route");
    }

    /// An event without an api would go to one that SAM generates.
    private void explicit() {
        for (String function : template.functions())
            for (Object event : template.events(function).values())
                if ("HttpApi".equals(map(event).get("Type"))
                        && !map(map(event).get("Properties")).containsKey("ApiId"))
                    findings.add(function + ": route without ApiId");
    }

    private void rates() {
        var api = template.properties("Api");
        var usual = map(api.get("DefaultRouteSettings"));
        var special = map(api.get("RouteSettings"));
        for (var route : template.routes()) {
            var settings = map(special.getOrDefault(route.key(), usual));
            for (var stated : stated(route.function()))
                if (stated.value().equals(route.key())
                        && !(Integer.valueOf(stated.rate())
                                        .equals(settings.get("ThrottlingRateLimit"))
                                && Integer.valueOf(stated.burst())
                                        .equals(settings.get("ThrottlingBurstLimit"))))
                    findings.add(route.key() + ": its rate is not as the code says");
        }
        var keys = template.routes().stream().map(Template.Route::key).toList();
        for (String key : special.keySet())
            if (!keys.contains(key)) findings.add(key + ": a rate for no route");
    }
}

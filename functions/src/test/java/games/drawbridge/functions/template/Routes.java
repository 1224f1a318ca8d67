package games.drawbridge.functions.template;

import static games.drawbridge.functions.testkit.Template.map;

import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import games.drawbridge.functions.testkit.OpenApi;
import games.drawbridge.functions.testkit.Template;
import java.util.List;
import java.util.Map;
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
        try {
            var stated =
                    Class.forName(template.handler(route.function())).getAnnotation(Route.class);
            boolean same =
                    stated != null
                            && stated.value().equals(route.key())
                            && (stated.who() == Who.ANYBODY) == route.anybody();
            if (!same)
                findings.add(route.function() + ": " + route.key() + " is not as the code says");
        } catch (ClassNotFoundException _) {
            // found elsewhere
        }
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
            try {
                var stated =
                        Class.forName(template.handler(route.function()))
                                .getAnnotation(Route.class);
                if (stated != null
                        && !(Integer.valueOf(stated.rate())
                                        .equals(settings.get("ThrottlingRateLimit"))
                                && Integer.valueOf(stated.burst())
                                        .equals(settings.get("ThrottlingBurstLimit"))))
                    findings.add(route.key() + ": its rate is not as the code says");
            } catch (ClassNotFoundException _) {
                // found elsewhere
            }
        }
        var keys = template.routes().stream().map(Template.Route::key).toList();
        for (String key : special.keySet())
            if (!keys.contains(key)) findings.add(key + ": a rate for no route");
    }
}

package games.drawbridge.local.gateway;

import games.drawbridge.local.template.Route;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the route of a request: the most specific one that fits its path and method.
final class Routes {
    private final List<Pattern> patterns;

    /// @param parameters of the path, decoded
    record Match(Route route, Map<String, String> parameters) {}

    Routes(List<Route> routes) {
        patterns =
                routes.stream()
                        .map(Pattern::new)
                        .sorted(Comparator.comparing(Pattern::order))
                        .toList();
    }

    /// @param path still encoded
    Optional<Match> find(String method, String path) {
        return patterns.stream()
                .filter(pattern -> pattern.takes(method))
                .flatMap(pattern -> pattern.match(path).stream())
                .findFirst();
    }

    private static final class Pattern {
        private final Route route;
        private final List<String> segments;

        Pattern(Route route) {
            this.route = route;
            this.segments = List.of(route.path().split("/", -1));
        }

        private boolean takes(String method) {
            return route.method().equals("ANY") || route.method().equals(method);
        }

        /// Sorts literal segments before parameters, those before `{rest+}`, `$default` last, and a
        /// named method before any.
        private String order() {
            if (isDefault()) return "~";
            var order = new StringBuilder();
            for (String each : segments)
                order.append(isGreedy(each) ? '3' : isParameter(each) ? '2' : '1');
            return order.append(route.method().equals("ANY") ? '2' : '1').toString();
        }

        private boolean isDefault() {
            return route.path().equals("$default");
        }

        private static boolean isParameter(String segment) {
            return segment.startsWith("{") && segment.endsWith("}");
        }

        private static boolean isGreedy(String segment) {
            return segment.endsWith("+}");
        }

        private Optional<Match> match(String path) {
            if (isDefault()) return Optional.of(new Match(route, Map.of()));
            var given = path.split("/", -1);
            var parameters = new LinkedHashMap<String, String>();
            for (int i = 0; i < segments.size(); i++) {
                String segment = segments.get(i);
                if (i >= given.length) return Optional.empty();
                if (isGreedy(segment)) return greedy(segment, i, given, parameters);
                if (!fits(segment, decoded(given[i]), parameters)) return Optional.empty();
            }
            return given.length == segments.size()
                    ? Optional.of(new Match(route, parameters))
                    : Optional.empty();
        }

        private static boolean fits(String segment, String given, Map<String, String> parameters) {
            if (!isParameter(segment)) return segment.equals(given);
            parameters.put(segment.substring(1, segment.length() - 1), given);
            return !given.isEmpty();
        }

        private Optional<Match> greedy(
                String segment, int from, String[] given, Map<String, String> parameters) {
            var rest = Arrays.copyOfRange(given, from, given.length);
            String value = decoded(String.join("/", rest));
            if (value.isEmpty()) return Optional.empty();
            parameters.put(segment.substring(1, segment.length() - 2), value);
            return Optional.of(new Match(route, parameters));
        }

        /// In a path a plus is a plus.
        private static String decoded(String segment) {
            try {
                return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException _) {
                return segment;
            }
        }
    }
}

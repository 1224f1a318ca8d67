package games.drawbridge.functions.testkit;

import static games.drawbridge.functions.testkit.Template.list;
import static games.drawbridge.functions.testkit.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// openapi.yaml. Every answer that a test gets is held against it.
public record OpenApi(Map<String, Object> root) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> EVERYWHERE = Set.of("500 internal", "503 busy");
    private static final List<String> METHODS = List.of("get", "post", "patch", "put", "delete");

    public static OpenApi read() {
        try {
            String yaml = Files.readString(Path.of("openapi.yaml"));
            return new OpenApi(Template.parse(yaml).root());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// Routes with whether anybody may call them: `GET /v1/rooms/{room}`.
    public Map<String, Boolean> routes() {
        var routes = new TreeMap<String, Boolean>();
        map(root.get("paths"))
                .forEach((path, item) ->
                        map(item)
                                .forEach((method, operation) -> {
                                    if (METHODS.contains(method))
                                        routes.put(
                                                method.toUpperCase(Locale.ROOT) + " " + path,
                                                map(operation).containsKey("security")
                                                        && list(map(operation).get("security"))
                                                                .isEmpty());
                                }));
        return routes;
    }

    private Map<String, Object> operation(String route) {
        String[] parts = route.split(" ", 2);
        var path = map(map(root.get("paths")).get(parts[1]));
        return map(path.get(parts[0].toLowerCase(Locale.ROOT)));
    }

    /// Fails when the answer is not one that the route may give.
    void check(String route, Got got) {
        boolean problem = got.status() >= 400 && got.isJson();
        if (problem && EVERYWHERE.contains(got.outcome())) return;
        var responses = map(operation(route).get("responses"));
        assertThat(responses).as("%s answered %s", route, got).containsKey(text(got.status()));
        var response = resolve(map(responses.get(text(got.status()))));
        if (response.containsKey("x-codes"))
            assertThat(list(response.get("x-codes"))).as(route).contains(got.text("/code"));
        map(response.get("headers"))
                .keySet()
                .forEach(name -> assertThat(got.headers()).as(route).containsKey(name));
        var content = map(response.get("content"));
        if (content.isEmpty()) {
            assertThat(got.body()).as(route).isEmpty();
            return;
        }
        assertThat(content).as(route).containsKey(got.headers().get("content-type"));
        if (!got.isJson()) return;
        var schema = map(content.get(got.headers().get("content-type"))).get("schema");
        assertThat(new Schema(this).faults(schema, got.json())).as("%s: %s", route, got).isEmpty();
    }

    private static String text(int status) {
        return Integer.toString(status);
    }

    /// What is wrong with the examples of answers and bodies.
    public List<String> faultyExamples() {
        var faults = new ArrayList<String>();
        examples(root, "", faults);
        return faults;
    }

    private void examples(Object node, String path, List<String> faults) {
        if (node instanceof List<?> items) items.forEach(item -> examples(item, path, faults));
        if (!(node instanceof Map<?, ?>)) return;
        var here = map(node);
        if (here.containsKey("schema") && here.containsKey("example")) {
            var example = JSON.<JsonNode>valueToTree(here.get("example"));
            new Schema(this)
                    .faults(here.get("schema"), example)
                    .forEach(fault -> faults.add(path + fault));
        }
        here.forEach((name, value) -> examples(value, path + "/" + name, faults));
    }

    /// Follows a `$ref`; what stands beside it stays.
    Map<String, Object> resolve(Map<String, Object> node) {
        if (!(node.get("$ref") instanceof String ref)) return node;
        Object at = root;
        for (String step : ref.substring(2).split("/")) at = map(at).get(step);
        assertThat(at).as(ref).isNotNull();
        return resolve(map(at));
    }
}

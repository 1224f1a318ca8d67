package games.drawbridge.functions.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// template.yaml as plain maps and lists; `!Ref x` is `{"Ref": x}`, `!GetAtt a.b` is
/// `{"Fn::GetAtt": "a.b"}`.
public record Template(Map<String, Object> root) {
    public static final Path FILE = Path.of("..", "template.yaml");

    public static Template read() {
        try {
            return parse(Files.readString(FILE));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    public static Template parse(String yaml) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Template(new Yaml(new Tags(options)).load(yaml));
    }

    private static final class Tags extends SafeConstructor {
        Tags(LoaderOptions options) {
            super(options);
            yamlMultiConstructors.put(
                    "!",
                    new AbstractConstruct() {
                        @Override
                        public Object construct(Node node) {
                            return intrinsic(node);
                        }
                    });
        }

        private Object intrinsic(Node node) {
            String tag = node.getTag().getValue().substring(1);
            String name = tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
            Object value =
                    switch (node) {
                        case ScalarNode scalar -> scalar.getValue();
                        case SequenceNode sequence -> constructSequence(sequence);
                        default -> constructMapping((MappingNode) node);
                    };
            return new LinkedHashMap<>(Map.of(name, value));
        }
    }

    /// One way into the API.
    ///
    /// @param key `GET /v1/rooms/{room}`
    public record Route(String key, String function, boolean anybody) {}

    /// What one statement of a function's policy allows.
    public record Grant(List<String> actions, List<Object> resources) {}

    /// The parameters' own values.
    public Map<String, String> defaults() {
        var defaults = new java.util.HashMap<String, String>();
        map(root.get("Parameters"))
                .forEach((name, parameter) -> {
                    Object value = map(parameter).get("Default");
                    if (value != null) defaults.put(name, String.valueOf(value));
                });
        return defaults;
    }

    public Map<String, Object> resources() {
        return map(root.get("Resources"));
    }

    public Map<String, Object> properties(String id) {
        return map(map(resources().get(id)).get("Properties"));
    }

    public List<String> ids(String type) {
        return resources().keySet().stream()
                .filter(id -> type.equals(map(resources().get(id)).get("Type")))
                .toList();
    }

    public List<String> functions() {
        return ids("AWS::Serverless::Function");
    }

    public String handler(String function) {
        return String.valueOf(properties(function).get("Handler"));
    }

    public Map<String, Object> variables(String function) {
        return map(map(properties(function).get("Environment")).get("Variables"));
    }

    public List<Grant> grants(String function) {
        var grants = new ArrayList<Grant>();
        for (Object policy : list(properties(function).get("Policies")))
            for (Object statement : list(map(policy).get("Statement")))
                grants.add(
                        new Grant(
                                list(map(statement).get("Action")).stream()
                                        .map(String::valueOf)
                                        .toList(),
                                list(map(statement).get("Resource"))));
        return grants;
    }

    public Map<String, Object> events(String function) {
        return map(properties(function).get("Events"));
    }

    public List<Route> routes() {
        var routes = new ArrayList<Route>();
        for (String function : functions())
            for (Object event : events(function).values())
                if ("HttpApi".equals(map(event).get("Type")))
                    routes.add(route(function, map(map(event).get("Properties"))));
        return routes;
    }

    private static Route route(String function, Map<String, Object> event) {
        return new Route(
                event.get("Method") + " " + event.get("Path"),
                function,
                "NONE".equals(map(event.get("Auth")).get("Authorizer")));
    }

    /// The attributes of a table's key or index, by name.
    public static Map<String, String> attributes(Map<String, Object> table) {
        var types = new TreeMap<String, String>();
        for (Object attribute : list(table.get("AttributeDefinitions")))
            types.put(
                    String.valueOf(map(attribute).get("AttributeName")),
                    String.valueOf(map(attribute).get("AttributeType")));
        return types;
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /// A list, or the one thing that stands in its place.
    @SuppressWarnings("unchecked")
    public static List<Object> list(Object value) {
        if (value == null) return List.of();
        return value instanceof List<?> list ? (List<Object>) list : List.of(value);
    }
}

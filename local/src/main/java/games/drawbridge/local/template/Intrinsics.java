package games.drawbridge.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// CloudFormation's own functions, as far as they can be answered without a deploy.
final class Intrinsics {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

    private final Map<String, Object> references;
    private final Map<String, Object> conditions;
    private final Attributes attributes;

    /// Answers `!GetAtt resource.attribute`.
    @FunctionalInterface
    interface Attributes {
        String of(String where, String resource, String attribute);
    }

    /// @param references what `!Ref` may name: parameters, pseudo parameters, resources
    Intrinsics(
            Map<String, Object> references, Map<String, Object> conditions, Attributes attributes) {
        this.references = references;
        this.conditions = conditions;
        this.attributes = attributes;
    }

    /// The value with every intrinsic function in it answered.
    ///
    /// @throws TemplateFault naming `where` when one can't be answered
    @Nullable Object resolve(String where, @Nullable Object value) {
        return switch (value) {
            case List<?> list -> list(where, list);
            case Map<?, ?> map -> {
                var entries = Values.map(where, map);
                String call = entries.size() == 1 ? entries.keySet().iterator().next() : "";
                boolean intrinsic = call.startsWith("Fn::") || call.equals("Ref");
                yield intrinsic || isCondition(call, entries)
                        ? call(where, call, entries.get(call))
                        : map(where, entries);
            }
            case null, default -> value;
        };
    }

    private boolean isCondition(String call, Map<String, Object> entries) {
        return call.equals("Condition") && conditions.containsKey(entries.get(call));
    }

    private List<Object> list(String where, List<?> list) {
        var all = new ArrayList<>();
        for (Object each : list) {
            Object answer = resolve(where, each);
            if (answer != null) all.add(answer);
        }
        return all;
    }

    private Map<String, Object> map(String where, Map<String, Object> map) {
        var all = new LinkedHashMap<String, Object>();
        map.forEach((name, each) -> {
            Object answer = resolve(where + "." + name, each);
            if (answer != null) all.put(name, answer);
        });
        return all;
    }

    private @Nullable Object call(String where, String name, @Nullable Object given) {
        return switch (name) {
            case "Ref" -> reference(where, Values.text(where, given));
            case "Condition" -> holds(Values.text(where, given));
            case "Fn::GetAtt" -> attribute(where, given);
            case "Fn::Sub" -> substitute(where, given);
            case "Fn::Join" -> join(where, arguments(where, name, given, 2));
            case "Fn::If" -> choose(where, arguments(where, name, given, 3));
            case "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or" ->
                    truth(where, name, arguments(where, name, given, 0));
            default -> throw new TemplateFault(where, name + " does not run locally");
        };
    }

    private @Nullable Object reference(String where, String name) {
        if (name.equals("AWS::NoValue")) return null;
        Object value = references.get(name);
        if (value == null) throw new TemplateFault(where, "nothing is called " + name);
        return value;
    }

    private String attribute(String where, @Nullable Object given) {
        var parts =
                given instanceof String text
                        ? List.of(text.split("\\.", 2))
                        : Values.list(given).stream().map(String::valueOf).toList();
        if (parts.size() != 2) throw new TemplateFault(where, "GetAtt needs Resource.Attribute");
        return attributes.of(where, parts.get(0), parts.get(1));
    }

    private String substitute(String where, @Nullable Object given) {
        if (given instanceof String text) return fill(where, text, Map.of());
        var arguments = arguments(where, "Fn::Sub", given, 2);
        return fill(
                where,
                Values.text(where, arguments.get(0)),
                Values.map(where, resolve(where, arguments.get(1))));
    }

    private String fill(String where, String text, Map<String, Object> own) {
        var all = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find())
            matcher.appendReplacement(
                    all, Matcher.quoteReplacement(placeholder(where, matcher, own)));
        return matcher.appendTail(all).toString();
    }

    private String placeholder(String where, Matcher matcher, Map<String, Object> own) {
        String name = matcher.group(2).strip();
        if (matcher.group(1).equals("!")) return "${" + name + "}";
        if (own.containsKey(name)) return Values.text(where, own.get(name));
        return name.contains(".")
                ? attribute(where, name)
                : Values.text(where, reference(where, name));
    }

    private String join(String where, List<?> arguments) {
        var parts = Values.list(resolve(where, arguments.get(1))).stream();
        return String.join(
                Values.text(where, arguments.get(0)),
                parts.map(each -> Values.text(where, each)).toList());
    }

    private @Nullable Object choose(String where, List<?> arguments) {
        boolean holds = holds(Values.text(where, arguments.get(0)));
        return resolve(where, arguments.get(holds ? 1 : 2));
    }

    /// Whether a condition of the template holds.
    boolean holds(String name) {
        String where = "Conditions." + name;
        if (!conditions.containsKey(name)) throw new TemplateFault(where, "is not declared");
        return isTrue(resolve(where, conditions.get(name)));
    }

    private boolean truth(String where, String name, List<?> arguments) {
        var values = arguments.stream().map(each -> resolve(where, each)).toList();
        return switch (name) {
            case "Fn::Equals" ->
                    Values.text(where, values.get(0)).equals(Values.text(where, values.get(1)));
            case "Fn::Not" -> !isTrue(values.get(0));
            case "Fn::And" -> values.stream().allMatch(Intrinsics::isTrue);
            default -> values.stream().anyMatch(Intrinsics::isTrue);
        };
    }

    private static boolean isTrue(@Nullable Object value) {
        return Boolean.parseBoolean(String.valueOf(value));
    }

    private static List<?> arguments(
            String where, String name, @Nullable Object given, int expected) {
        var arguments = Values.list(given);
        if (arguments.isEmpty() || (expected > 0 && arguments.size() != expected))
            throw new TemplateFault(where, name + " has the wrong number of arguments");
        return arguments;
    }
}

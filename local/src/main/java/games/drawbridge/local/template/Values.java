package games.drawbridge.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands in a template: text, numbers, truth values, and lists and maps of those.
final class Values {
    private Values() {}

    /// @throws TemplateFault when it is no map
    static Map<String, Object> map(String where, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) throw new TemplateFault(where, "must be a map");
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, each) -> copy.put(String.valueOf(key), each));
        return copy;
    }

    /// A single value counts as a list of one, as in CloudFormation's policies.
    static List<?> list(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list;
            default -> List.of(value);
        };
    }

    /// @throws TemplateFault when it is a list or a map
    static String text(String where, @Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case null, default -> throw new TemplateFault(where, "must be a text");
        };
    }
}

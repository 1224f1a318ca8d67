package games.drawbridge.functions.testkit;

import static games.drawbridge.functions.testkit.Template.list;
import static games.drawbridge.functions.testkit.Template.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// As much of JSON Schema as openapi.yaml uses, and stricter: what is not declared may not be
/// there.
record Schema(OpenApi api) {

    /// What is wrong with a value; empty when nothing is.
    List<String> faults(Object schema, JsonNode value) {
        var faults = new ArrayList<String>();
        check(map(schema), value, "", faults);
        return faults;
    }

    private void check(
            Map<String, Object> schema, JsonNode value, String path, List<String> faults) {
        var resolved = api.resolve(schema);
        var types = list(resolved.get("type"));
        if (!types.isEmpty() && types.stream().noneMatch(type -> is(String.valueOf(type), value))) {
            faults.add(path + " is no " + types + ": " + value);
            return;
        }
        if (value.isObject()) object(resolved, value, path, faults);
        if (value.isArray())
            for (int n = 0; n < value.size(); n++)
                check(map(resolved.get("items")), value.get(n), path + "/" + n, faults);
        if (value.isTextual()) text(resolved, value.asText(), path, faults);
        if (resolved.get("minimum") instanceof Number least && value.asLong() < least.longValue())
            faults.add(path + " is less than " + least);
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException(type);
        };
    }

    private void object(
            Map<String, Object> schema, JsonNode value, String path, List<String> faults) {
        for (Object name : list(schema.get("required")))
            if (!value.has(String.valueOf(name))) faults.add(path + "/" + name + " is missing");
        var properties = map(schema.get("properties"));
        Object more = schema.get("additionalProperties");
        value.properties()
                .forEach(field -> {
                    String here = path + "/" + field.getKey();
                    Object declared = properties.getOrDefault(field.getKey(), more);
                    if (schema.isEmpty() || Boolean.TRUE.equals(declared)) return;
                    if (declared == null) faults.add(here + " is not declared");
                    else check(map(declared), field.getValue(), here, faults);
                });
    }

    private static void text(
            Map<String, Object> schema, String text, String path, List<String> faults) {
        if (schema.get("pattern") instanceof String pattern
                && !Pattern.compile(pattern).matcher(text).find())
            faults.add(path + " does not match " + pattern);
        if (schema.get("enum") != null && !list(schema.get("enum")).contains(text))
            faults.add(path + " is none of " + schema.get("enum"));
        if ("date-time".equals(schema.get("format")) && !isInstant(text))
            faults.add(path + " is no instant");
    }

    private static boolean isInstant(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}

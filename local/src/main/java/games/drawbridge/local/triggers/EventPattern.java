package games.drawbridge.local.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.template.TemplateFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// EventBridge's language for choosing events: every field that is named must fit one of its rules.
final class EventPattern {
    private final Map<String, List<FieldRule>> rules = new java.util.LinkedHashMap<>();
    private final Map<String, EventPattern> inner = new java.util.LinkedHashMap<>();

    private EventPattern(String where, JsonNode pattern) {
        for (var each : pattern.properties()) {
            String name = each.getKey();
            JsonNode given = each.getValue();
            if (given.isObject()) inner.put(name, new EventPattern(where, given));
            else if (given.isArray()) rules.put(name, rules(where, given));
            else throw new TemplateFault(where, "the pattern's " + name + " must be a list");
        }
    }

    /// @throws TemplateFault when it uses something that does not run locally
    static EventPattern read(String where, String json) {
        try {
            return new EventPattern(where, Json.read(json));
        } catch (Json.BadJson _) {
            throw new TemplateFault(where, "the pattern is no JSON");
        }
    }

    private static List<FieldRule> rules(String where, JsonNode list) {
        var all = new ArrayList<FieldRule>();
        list.forEach(each -> all.add(FieldRule.read(where, each)));
        return all;
    }

    boolean fits(JsonNode event) {
        return rules.entrySet().stream().allMatch(each -> fits(event, each))
                && inner.entrySet().stream()
                        .allMatch(each -> each.getValue().fits(event.path(each.getKey())));
    }

    private static boolean fits(JsonNode event, Map.Entry<String, List<FieldRule>> field) {
        JsonNode value = event.path(field.getKey());
        return field.getValue().stream().anyMatch(rule -> rule.fits(value));
    }
}

package games.drawbridge.local.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.template.TemplateFault;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Predicate;

/// One thing that a field of an event may be.
@FunctionalInterface
interface FieldRule {

    /// @param value of the field; a missing node when the event has none
    boolean fits(JsonNode value);

    static FieldRule read(String where, JsonNode rule) {
        if (!rule.isObject()) return any(value -> same(value, rule));
        if (rule.size() != 1) throw new TemplateFault(where, "a rule has one operator: " + rule);
        var operator = rule.properties().iterator().next();
        JsonNode given = operator.getValue();
        return switch (operator.getKey()) {
            case "prefix" -> any(value -> text(value).startsWith(given.asText()));
            case "suffix" -> any(value -> text(value).endsWith(given.asText()));
            case "equals-ignore-case" -> any(value -> text(value).equalsIgnoreCase(given.asText()));
            case "exists" -> value -> (value.isMissingNode() != given.asBoolean());
            case "anything-but" -> not(where, given);
            case "numeric" -> any(numeric(where, given));
            default -> throw new TemplateFault(where, operator.getKey() + " does not run locally");
        };
    }

    /// Of a list, one element that fits is enough.
    private static FieldRule any(Predicate<JsonNode> one) {
        return value -> {
            if (value.isMissingNode()) return false;
            if (!value.isArray()) return one.test(value);
            for (JsonNode each : value) if (one.test(each)) return true;
            return false;
        };
    }

    private static boolean same(JsonNode value, JsonNode wanted) {
        if (!value.isNumber() || !wanted.isNumber()) return value.equals(wanted);
        return value.decimalValue().compareTo(wanted.decimalValue()) == 0;
    }

    /// A text; what is none fits no prefix.
    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : "\0";
    }

    private static FieldRule not(String where, JsonNode given) {
        if (given.isObject()) {
            var rule = read(where, given);
            return value -> !value.isMissingNode() && !rule.fits(value);
        }
        return any(value -> {
            if (!given.isArray()) return !same(value, given);
            for (JsonNode each : given) if (same(value, each)) return false;
            return true;
        });
    }

    /// `["<", 10]` or `[">=", 0, "<", 10]`.
    private static Predicate<JsonNode> numeric(String where, JsonNode given) {
        Predicate<JsonNode> all = JsonNode::isNumber;
        for (int i = 0; i + 1 < given.size(); i += 2) {
            BigDecimal than = given.get(i + 1).decimalValue();
            Predicate<Integer> order = order(where, given.get(i).asText().toLowerCase(Locale.ROOT));
            all = all.and(value -> order.test(value.decimalValue().compareTo(than)));
        }
        return all;
    }

    private static Predicate<Integer> order(String where, String operator) {
        return switch (operator) {
            case "<" -> order -> order < 0;
            case "<=" -> order -> order <= 0;
            case "=" -> order -> order == 0;
            case ">=" -> order -> order >= 0;
            case ">" -> order -> order > 0;
            default -> throw new TemplateFault(where, "numeric " + operator);
        };
    }
}

package games.drawbridge.functions.store;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.model.store.Finding;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a piece of JSON must look like. Everything that is not so is a finding with its path.
@FunctionalInterface
interface Shape {
    void check(String path, JsonNode node, List<Finding> findings);

    static Shape text(Pattern form) {
        return (path, node, findings) -> {
            String text = node.textValue();
            if (text == null || !form.matcher(text).matches())
                findings.add(new Finding(path, "must be a text of the form " + form));
        };
    }

    static Shape whole(long least, long most) {
        return (path, node, findings) -> {
            if (!node.isIntegralNumber()
                    || !node.canConvertToLong()
                    || node.longValue() < least
                    || node.longValue() > most)
                findings.add(
                        new Finding(path, "must be a whole number from " + least + " to " + most));
        };
    }

    static Shape flag() {
        return (path, node, findings) -> {
            if (!node.isBoolean()) findings.add(new Finding(path, "must be true or false"));
        };
    }

    static Shape instant() {
        return (path, node, findings) -> {
            try {
                if (node.isTextual() && !Instant.parse(node.textValue()).equals(Instant.MIN))
                    return;
            } catch (DateTimeParseException _) {
                // said below
            }
            findings.add(new Finding(path, "must be an instant in UTC: 2026-12-20T00:00:00Z"));
        };
    }

    static Shape list(int least, int most, Shape of) {
        return (path, node, findings) -> {
            if (!node.isArray() || node.size() < least || node.size() > most)
                findings.add(new Finding(path, "must be a list of " + least + " to " + most));
            else
                for (int n = 0; n < node.size(); n++)
                    of.check(path + "/" + n, node.get(n), findings);
        };
    }

    /// An object with names of its own choice.
    static Shape map(int most, Pattern name, Shape of) {
        return (path, node, findings) -> {
            if (!node.isObject() || node.size() > most) {
                findings.add(new Finding(path, "must be an object of at most " + most));
                return;
            }
            for (var field : node.properties()) {
                if (!name.matcher(field.getKey()).matches())
                    findings.add(new Finding(path, "a name must be of the form " + name));
                of.check(path + "/" + field.getKey(), field.getValue(), findings);
            }
        };
    }

    /// An object. What is not named here may not be there: it would be a slip of the pen.
    static Shape object(Map<String, Shape> needed, Map<String, Shape> optional) {
        return (path, node, findings) -> {
            if (!node.isObject()) {
                findings.add(new Finding(path, "must be an object"));
                return;
            }
            for (String name : needed.keySet())
                if (!node.has(name)) findings.add(new Finding(path + "/" + name, "is missing"));
            for (var field : node.properties()) {
                String here = path + "/" + field.getKey();
                var shape = needed.getOrDefault(field.getKey(), optional.get(field.getKey()));
                if (shape == null) findings.add(new Finding(here, "means nothing here"));
                else shape.check(here, field.getValue(), findings);
            }
        };
    }

    /// An object with one of these fields and no other.
    static Shape oneOf(Map<String, Shape> fields) {
        var any = object(Map.of(), fields);
        return (path, node, findings) -> {
            if (node.isObject() && node.size() != 1)
                findings.add(new Finding(path, "must have one of " + fields.keySet()));
            any.check(path, node, findings);
        };
    }
}

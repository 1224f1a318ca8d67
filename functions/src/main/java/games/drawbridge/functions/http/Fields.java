package games.drawbridge.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fields of a JSON object that a stranger sent. Reading one checks it and names it when it is
/// wrong; what is never read is ignored. `null` counts as absent.
public final class Fields {
    private final String path;
    private final ObjectNode object;

    Fields(String path, ObjectNode object) {
        this.path = path;
        this.object = object;
    }

    /// @param least characters at least
    /// @param most characters at most
    public String text(String name, int least, int most) {
        return needed(name, optionalText(name, least, most));
    }

    public Optional<String> optionalText(String name, int least, int most) {
        return find(name)
                .map(node -> {
                    String text = node.textValue();
                    if (text == null || !wellFormed(text)) throw bad(name, "a text");
                    if (text.length() < least || text.length() > most)
                        throw bad(name, "a text of " + least + " to " + most + " characters");
                    return text;
                });
    }

    /// A whole number; `1.0` is none.
    public long whole(String name, long least, long most) {
        return needed(
                name,
                find(name)
                        .map(node -> {
                            if (!node.isIntegralNumber()
                                    || !node.canConvertToLong()
                                    || node.longValue() < least
                                    || node.longValue() > most)
                                throw bad(name, "a whole number from " + least + " to " + most);
                            return node.longValue();
                        }));
    }

    /// True or false; false when absent.
    public boolean flag(String name) {
        return find(name)
                .map(node -> {
                    if (!node.isBoolean()) throw bad(name, "true or false");
                    return node.booleanValue();
                })
                .orElse(false);
    }

    /// A list of texts.
    ///
    /// @param most texts at most
    /// @param length characters of each at most
    public List<String> texts(String name, int most, int length) {
        var list = needed(name, find(name));
        if (!(list instanceof ArrayNode all) || all.size() > most)
            throw bad(name, "a list of " + most + " texts at most");
        var texts = new ArrayList<String>();
        for (var each : all) {
            String text = each.textValue();
            if (text == null || text.isEmpty() || text.length() > length || !wellFormed(text))
                throw bad(name, "a list of texts of 1 to " + length + " characters");
            texts.add(text);
        }
        return texts;
    }

    /// A list of objects.
    ///
    /// @param most objects at most
    public List<Fields> objects(String name, int most) {
        var list = needed(name, find(name));
        if (!(list instanceof ArrayNode all) || all.size() > most)
            throw bad(name, "a list of " + most + " objects at most");
        var objects = new ArrayList<Fields>();
        for (var each : all) {
            if (!(each instanceof ObjectNode inner)) throw bad(name, "a list of objects");
            objects.add(new Fields(path + name + "[" + objects.size() + "].", inner));
        }
        return objects;
    }

    /// True or false, a whole number as a long, or a text.
    public Object scalar(String name) {
        var node = needed(name, find(name));
        if (node.isBoolean()) return node.booleanValue();
        if (node.isIntegralNumber() && node.canConvertToLong()) return node.longValue();
        String text = node.textValue();
        if (text == null || !wellFormed(text))
            throw bad(name, "true or false, a whole number or a text");
        return text;
    }

    public Optional<Fields> optionalObject(String name) {
        return find(name)
                .map(node -> {
                    if (node instanceof ObjectNode inner)
                        return new Fields(path + name + ".", inner);
                    throw bad(name, "an object");
                });
    }

    /// Whether the field is there, be it `null`.
    public boolean has(String name) {
        return object.has(name);
    }

    /// Whether the field is there and says something.
    public boolean hasValue(String name) {
        return find(name).isPresent();
    }

    /// Turns a text into something that checks itself.
    ///
    /// @param wanted completes "name must be"
    public <T> T parsed(String name, String text, Function<String, T> parse, String wanted) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException _) {
            throw bad(name, wanted);
        }
    }

    /// This object as JSON, without what is `null`.
    public String json() {
        var some = object.deepCopy();
        some.removeIf(JsonNode::isNull);
        return some.toString();
    }

    private Optional<JsonNode> find(String name) {
        return Optional.<JsonNode>ofNullable(object.get(name)).filter(node -> !node.isNull());
    }

    private <T> T needed(String name, Optional<T> value) {
        return value.orElseThrow(() -> Problem.badInput(path + name + " is missing"));
    }

    public Problem bad(String name, String wanted) {
        return Problem.badInput(path + name + " must be " + wanted);
    }

    /// Half a surrogate pair is no character, and no UTF-8.
    private static boolean wellFormed(@Nullable String text) {
        return text != null
                && text.codePoints()
                        .noneMatch(
                                c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}

package games.drawbridge.functions.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// What Meta signed. Reading a field checks it; `null` counts as absent.
public final class Payload {
    private static final Pattern ID = Pattern.compile("[!-~]{1," + MetaLimits.ID + "}");
    private static final Pattern TIME = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private final String path;
    private final ObjectNode object;

    Payload(String path, ObjectNode object) {
        this.path = path;
        this.object = object;
    }

    /// An id, which comes as text or as a number of up to 17 digits.
    ///
    /// @throws MetaRefused when there is none, as of a visitor who has not agreed
    public String id(String name) {
        return optionalId(name).orElseThrow(() -> wrong(name));
    }

    public Optional<String> optionalId(String name) {
        return find(name)
                .map(node -> {
                    String text = node.isIntegralNumber() ? node.asText() : node.textValue();
                    if (text == null || !ID.matcher(text).matches()) throw wrong(name);
                    return text;
                });
    }

    public String text(String name) {
        return optionalText(name).orElseThrow(() -> wrong(name));
    }

    public Optional<String> optionalText(String name) {
        return find(name)
                .map(node -> {
                    if (!node.isTextual()) throw wrong(name);
                    return node.textValue();
                });
    }

    /// A whole number, as number or as text.
    public long whole(String name) {
        return optionalWhole(name).orElseThrow(() -> wrong(name));
    }

    public Optional<Long> optionalWhole(String name) {
        return find(name)
                .map(node -> {
                    String text = node.isIntegralNumber() ? node.asText() : node.textValue();
                    if (text == null || !WHOLE.matcher(text).matches()) throw wrong(name);
                    return Long.valueOf(text);
                });
    }

    /// True or false; false when absent.
    public boolean flag(String name) {
        return find(name)
                .map(node -> {
                    if (!node.isBoolean()) throw wrong(name);
                    return node.booleanValue();
                })
                .orElse(false);
    }

    public Optional<Payload> optionalObject(String name) {
        return find(name).map(node -> inner(path + name + ".", node));
    }

    /// The objects of a list; none when it is absent.
    public List<Payload> objects(String name) {
        return find(name)
                .map(node -> {
                    if (!(node instanceof ArrayNode list)) throw wrong(name);
                    return StreamSupport.stream(list.spliterator(), false)
                            .map(each -> inner(path + name + "[].", each))
                            .toList();
                })
                .orElse(List.of());
    }

    /// A time in seconds, which comes as whole number, as `1800000000.0`, or as text.
    public Instant time(String name) {
        return find(name)
                .map(node -> {
                    String text =
                            node.isNumber()
                                    ? node.decimalValue().toPlainString()
                                    : node.textValue();
                    if (text == null || !TIME.matcher(text).matches()) throw wrong(name);
                    return Instant.ofEpochSecond(Long.parseLong(text.split("\\.", 2)[0]));
                })
                .orElseThrow(() -> wrong(name));
    }

    /// When Meta signed it.
    public Instant issuedAt() {
        return Instant.ofEpochSecond(whole("issued_at"));
    }

    /// This payload, if it was signed a moment ago.
    ///
    /// @throws MetaRefused when not
    public Payload fresh(Instant now) {
        Instant at = issuedAt();
        if (at.isAfter(now.plus(MetaLimits.SKEW))) throw new MetaRefused(MetaRefused.Why.FUTURE);
        if (at.isBefore(now.minus(MetaLimits.FRESH))) throw new MetaRefused(MetaRefused.Why.STALE);
        return this;
    }

    /// All of it as JSON. It may hold tokens.
    public String json() {
        return object.toString();
    }

    private Payload inner(String at, JsonNode node) {
        if (node instanceof ObjectNode inner) return new Payload(at, inner);
        throw new MetaRefused(MetaRefused.Why.FIELD, at);
    }

    private Optional<JsonNode> find(String name) {
        return Optional.<JsonNode>ofNullable(object.get(name)).filter(node -> !node.isNull());
    }

    private MetaRefused wrong(String name) {
        return new MetaRefused(MetaRefused.Why.FIELD, path + name);
    }

    /// It holds tokens.
    @Override
    public String toString() {
        return "a payload";
    }
}

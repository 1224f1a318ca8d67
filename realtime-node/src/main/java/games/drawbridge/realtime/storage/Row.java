package games.drawbridge.realtime.storage;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// One item of a table, read and written by its attributes' names. What a row must have and has not
/// is a fault, never a null.
public record Row(Map<String, AttributeValue> attributes) {

    public static final Row EMPTY = new Row(Map.of());

    public static Row key(String pk, String sk) {
        return EMPTY.with("pk", pk).with("sk", sk);
    }

    public Row with(String name, String value) {
        return with(name, AttributeValue.fromS(value));
    }

    public Row with(String name, long value) {
        return with(name, AttributeValue.fromN(String.valueOf(value)));
    }

    private Row with(String name, AttributeValue value) {
        var more = new HashMap<>(attributes);
        more.put(name, value);
        return new Row(more);
    }

    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    public String text(String name) {
        return attribute(name).s();
    }

    public long number(String name) {
        return Long.parseLong(attribute(name).n());
    }

    private AttributeValue attribute(String name) {
        AttributeValue value = attributes.get(name);
        if (value == null) throw new IllegalStateException("a row without " + name);
        return value;
    }
}

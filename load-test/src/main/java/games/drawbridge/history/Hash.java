package games.drawbridge.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/// Stands for a JSON value in a history: the same for whoever wrote the value down, whatever the
/// order of its fields or its spaces.
public final class Hash {
    /// Bytes: two of a history's values never share them by chance.
    private static final int SIZE = 8;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Hash() {}

    /// @param json a JSON value
    public static String of(String json) {
        try {
            return of(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String of(JsonNode value) {
        return ofText(sorted(value).toString());
    }

    /// Of a text as it is.
    public static String ofText(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, SIZE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static JsonNode sorted(JsonNode value) {
        if (value.isArray()) {
            var all = JSON.createArrayNode();
            value.forEach(each -> all.add(sorted(each)));
            return all;
        }
        if (!value.isObject()) return value;
        var fields = new TreeMap<String, JsonNode>();
        value.properties().forEach(it -> fields.put(it.getKey(), sorted(it.getValue())));
        return new ObjectNode(JSON.getNodeFactory(), fields);
    }
}

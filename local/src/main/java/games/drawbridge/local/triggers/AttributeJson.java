package games.drawbridge.local.triggers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Json;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// DynamoDB's attributes as their own JSON: `{"S": "ann"}`.
public final class AttributeJson {
    private AttributeJson() {}

    public static ObjectNode of(Map<String, AttributeValue> attributes) {
        var json = Json.object();
        attributes.forEach((name, value) -> json.set(name, of(value)));
        return json;
    }

    private static ObjectNode of(AttributeValue value) {
        var json = Json.object();
        return switch (value.type()) {
            case S -> json.put("S", value.s());
            case N -> json.put("N", value.n());
            case BOOL -> json.put("BOOL", value.bool());
            case NUL -> json.put("NULL", true);
            case B -> json.put("B", base64(value.b()));
            case SS -> json.set("SS", Json.tree(value.ss()));
            case NS -> json.set("NS", Json.tree(value.ns()));
            case BS ->
                    json.set(
                            "BS",
                            Json.tree(value.bs().stream().map(AttributeJson::base64).toList()));
            case M -> json.set("M", of(value.m()));
            case L ->
                    json.set(
                            "L",
                            Json.array()
                                    .addAll(value.l().stream().map(AttributeJson::of).toList()));
            case UNKNOWN_TO_SDK_VERSION -> json;
        };
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArray());
    }
}

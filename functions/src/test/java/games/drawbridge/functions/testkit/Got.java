package games.drawbridge.functions.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/// What came back from a call, and what the function logged meanwhile.
public record Got(int status, Map<String, String> headers, String body, List<String> log) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException wrong) {
            throw new AssertionError("no JSON: " + body, wrong);
        }
    }

    /// By pointer: `/balances/gold`.
    public JsonNode at(String pointer) {
        return json().at(pointer);
    }

    public String text(String pointer) {
        return at(pointer).asText();
    }

    boolean isJson() {
        return headers.getOrDefault("content-type", "").endsWith("json");
    }

    /// `200`, or of a problem `404 not-found`.
    public String outcome() {
        return status < 400 || !isJson() ? Integer.toString(status) : status + " " + text("/code");
    }
}

package games.drawbridge.functions.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/// Names and values as a form or a query has them.
public final class Form {
    private final Map<String, String> fields = new LinkedHashMap<>();

    public Form with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    public Form with(String name, long value) {
        return with(name, Long.toString(value));
    }

    public String text() {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8)
                                + "="
                                + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
    }

    /// As a request's body.
    public HttpRequest.Builder post(HttpRequest.Builder request) {
        return request.header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(text()));
    }
}

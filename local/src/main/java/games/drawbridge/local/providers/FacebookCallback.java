package games.drawbridge.local.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Calls the game as Facebook does: a form with one signed field.
final class FacebookCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String origin;

    FacebookCallback(String origin) {
        this.origin = origin;
    }

    /// @return `{status, body}`
    ObjectNode post(String path, String signed) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(origin + path))
                        .timeout(PATIENCE)
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "signed_request=" + URLEncoder.encode(signed, UTF_8)))
                        .build();
        var answer = client.send(request, BodyHandlers.ofString());
        var told = Json.object().put("status", answer.statusCode());
        String type = answer.headers().firstValue("content-type").orElse("");
        if (type.contains("json")) told.set("body", Json.read(answer.body()));
        else told.put("body", answer.body());
        return told;
    }
}

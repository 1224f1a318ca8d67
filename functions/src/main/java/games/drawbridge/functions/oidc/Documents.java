package games.drawbridge.functions.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/// Reads what a provider publishes. Follows nobody elsewhere.
final class Documents {
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(OidcLimits.ANSWER).build();

    /// @throws IOException when there is no good answer in time
    String read(URI uri) throws IOException {
        var request =
                HttpRequest.newBuilder(uri)
                        .timeout(OidcLimits.ANSWER)
                        .header("accept", "application/json")
                        .build();
        try {
            var whole = BodyHandlers.limiting(BodyHandlers.ofString(), OidcLimits.DOCUMENT);
            var answer = client.send(request, whole);
            if (answer.statusCode() == 200) return answer.body();
            throw new IOException(uri + " answered " + answer.statusCode());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}

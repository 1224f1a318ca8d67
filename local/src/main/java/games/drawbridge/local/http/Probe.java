package games.drawbridge.local.http;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Asks whether somebody answers.
public final class Probe {
    private static final int PATIENCE_MILLIS = 1_000;

    private Probe() {}

    /// The status of the answer to a GET; 0 when there is none.
    public static int status(String url) {
        try {
            return connection(url).getResponseCode();
        } catch (IOException _) {
            return 0;
        }
    }

    /// The body of the answer to a GET; nothing when it failed.
    public static Optional<String> text(String url) {
        try (var body = connection(url).getInputStream()) {
            return Optional.of(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static HttpURLConnection connection(String url) throws IOException {
        var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        return connection;
    }
}

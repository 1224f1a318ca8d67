package games.drawbridge.local.http;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/// Asks whether somebody answers.
public final class Probe {
    private static final int PATIENCE_MILLIS = 1_000;

    private Probe() {}

    /// The status of the answer to a GET; 0 when there is none.
    public static int status(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode();
        } catch (IOException _) {
            return 0;
        }
    }
}

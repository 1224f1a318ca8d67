package games.drawbridge.functions.books;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/// Reads what others publish. Follows nobody elsewhere.
final class Download {
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(BookLimits.ANSWER).build();

    /// @throws IOException when there is no good answer in time
    byte[] read(URI uri) throws IOException {
        var request = HttpRequest.newBuilder(uri).timeout(BookLimits.ANSWER).build();
        try {
            var whole = BodyHandlers.limiting(BodyHandlers.ofByteArray(), BookLimits.DOCUMENT);
            var answer = client.send(request, whole);
            if (answer.statusCode() == 200) return answer.body();
            throw new IOException(uri.getPath() + " answered " + answer.statusCode());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}

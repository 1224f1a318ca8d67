package games.drawbridge.functions.web;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Asks over HTTPS, once more where the first answer did not come, and follows nobody elsewhere.
public final class Web {
    /// To wait for one answer: two of them fit into a call's 10 s.
    private static final Duration ANSWER = Duration.ofSeconds(4);

    /// Bytes of an answer: a payment with a hundred refunds has some 50,000.
    private static final int MOST_BYTES = 512 * 1024;

    private static final int TRIES = 2;
    private static final int TOO_MANY = 429;
    private static final int THEIR_FAULT = 500;

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER).build();

    /// Sends what may be sent twice: a question, or a wish that carries a key.
    ///
    /// @throws Away when there is no answer, or none that says anything
    public WebAnswer ask(HttpRequest.Builder question) {
        for (int n = 1; n < TRIES; n++) {
            try {
                return once(question);
            } catch (Away _) {
                // once more
            }
        }
        return once(question);
    }

    /// Sends what must not be sent twice.
    ///
    /// @throws Away when it is not known whether it arrived
    public WebAnswer once(HttpRequest.Builder question) {
        var request = question.timeout(ANSWER).build();
        String who = request.uri().getHost();
        try {
            var whole = BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES);
            var answer = client.send(request, whole);
            int status = answer.statusCode();
            if (status >= THEIR_FAULT || status == TOO_MANY) throw new Away(who + ": " + status);
            return new WebAnswer(status, answer.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Away(who + ": " + interrupted);
        } catch (IOException silent) {
            throw new Away(who + ": " + silent);
        }
    }

    /// Somebody else's server does not answer now; the same may work later.
    public static final class Away extends RuntimeException {
        Away(String who) {
            super(who, null, false, false);
        }
    }
}

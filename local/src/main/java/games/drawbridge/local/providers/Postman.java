package games.drawbridge.local.providers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Brings providers' notices to the game, and comes again, less and less often, until it answers
/// that it has them. What is still under way when the world stops is lost.
final class Postman {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Until the next try. Providers go on for a day or three; nobody waits that long here.
    private static final List<Duration> TRIES =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15));

    private final HttpClient client = HttpClient.newHttpClient();
    private final ScheduledExecutorService rounds =
            Executors.newScheduledThreadPool(
                    2, Thread.ofPlatform().daemon().name("notices-", 0).factory());
    private final String origin;

    Postman(String origin) {
        this.origin = origin;
    }

    /// @param body the same each time
    /// @param headers made anew for each try, because they may carry its time
    record Letter(String path, String body, Supplier<Map<String, String>> headers) {}

    void bring(Letter letter, Telling telling) {
        for (var delay : telling.delays()) later(letter, delay, 0);
    }

    private void later(Letter letter, Duration delay, int failed) {
        rounds.schedule(() -> once(letter, failed), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void once(Letter letter, int failed) {
        if (!isTaken(letter) && failed < TRIES.size()) later(letter, TRIES.get(failed), failed + 1);
    }

    private boolean isTaken(Letter letter) {
        var request =
                HttpRequest.newBuilder(URI.create(origin + letter.path()))
                        .timeout(PATIENCE)
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(letter.body()));
        letter.headers().get().forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}

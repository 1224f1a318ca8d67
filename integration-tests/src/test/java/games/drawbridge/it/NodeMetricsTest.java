package games.drawbridge.it;

import static games.drawbridge.it.Players.create;
import static games.drawbridge.it.Players.enter;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.local.nodes.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What a node tells of itself at its own port.
class NodeMetricsTest {
    private static final String ENTRIES = "drawbridge_entries_total{ack=\"durable\"} ";

    private static HttpResponse<String> get(URI uri) {
        try {
            var request = HttpRequest.newBuilder(uri).build();
            return Players.api().http().send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String scrape(Node node) {
        return get(URI.create("http://127.0.0.1:" + node.port() + "/metrics")).body();
    }

    private static double entries(Node node) {
        return scrape(node)
                .lines()
                .filter(line -> line.startsWith(ENTRIES))
                .mapToDouble(line -> Double.parseDouble(line.substring(ENTRIES.length())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsWrittenDownIsCountedAndTimed() {
        var seat = create(Players.guest(), "relay", "{\"ack\":\"durable\"}");
        var node = TheWorld.world().nodes().find(seat.get("node").asText()).orElseThrow();
        double before = entries(node);
        try (var visit = enter(seat)) {
            visit.move(1, "{\"n\":1}");
            Await.until(() -> entries(node) >= before + 2);
            assertThat(scrape(node))
                    .contains("drawbridge_append_seconds{ack=\"durable\",quantile=\"0.99\"} ")
                    .contains("drawbridge_append_seconds_count{ack=\"durable\"} ")
                    .contains("drawbridge_append_seconds_max{ack=\"live\"} ")
                    .containsPattern("drawbridge_rooms [1-9]")
                    .containsPattern("drawbridge_players [1-9]")
                    .containsPattern("drawbridge_sockets [1-9]")
                    .contains("drawbridge_busy ");
        }
    }

    @Test
    void theWorldDrawsThemBesideThoseOfTheFunctions() {
        Players.guest();
        Await.until(
                () -> names().containsAll(Set.of("n1 busy", "n1 entries", "functions slowest")));
        var shown = Players.api().get("/_local/metrics", null).ok();
        var login = shown.get("functions").findValuesAsText("function").indexOf("GuestLogin");
        var runs = shown.get("functions").get(login);
        assertThat(runs.get("count").asLong()).isPositive();
        assertThat(runs.get("p99").asDouble()).isBetween(0.001, runs.get("max").asDouble());
        int points = shown.at("/lines/0/points").size();
        assertThat(shown.get("lines")).allMatch(line -> line.get("points").size() == points);
    }

    private static Set<String> names() {
        var names = new TreeSet<String>();
        for (var line : Players.api().get("/_local/metrics", null).ok().get("lines"))
            names.add(line.get("of").asText() + " " + line.get("name").asText());
        return names;
    }

    @Test
    void playersDoNotComeAtTheFigures() {
        assertThat(get(TheWorld.origin().resolve("/rt/n1/metrics")).statusCode()).isEqualTo(404);
        assertThat(get(TheWorld.origin().resolve("/metrics")).statusCode()).isEqualTo(404);
    }
}

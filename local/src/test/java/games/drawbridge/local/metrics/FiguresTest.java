package games.drawbridge.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.local.metrics.Lines.Figure;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Figure BUSY = new Figure("n1", "busy", "%");
    private static final Figure ROOMS = new Figure("n1", "rooms", "");

    @Test
    void aLineHasAGapWhereNothingWasSeen() {
        var lines = new Lines();
        lines.add(Map.of(BUSY, 5.0));
        lines.add(Map.of(ROOMS, 2.0));
        lines.add(Map.of(BUSY, 7.0, ROOMS, 3.0));
        assertThat(lines.json().toString())
                .isEqualTo(
                        """
                        [{"of":"n1","name":"busy","unit":"%","points":[5.0,null,7.0]},\
                        {"of":"n1","name":"rooms","unit":"","points":[null,2.0,3.0]}]\
                        """);
    }

    @Test
    void theOldestPointsGo() {
        var lines = new Lines();
        for (int n = 0; n < Lines.POINTS + 5; n++) lines.add(Map.of(BUSY, (double) n));
        lines.add(Map.of(ROOMS, 1.0));
        for (var line : lines.json()) assertThat(line.get("points")).hasSize(Lines.POINTS);
        assertThat(lines.json().at("/0/points/0").asInt()).isEqualTo(6);
    }

    @Test
    void aNodesFiguresAreReadAndItsCountersBecomePaces() {
        var node = new NodeFigures("n1");
        String text =
                """
                # HELP drawbridge_busy Percent
                drawbridge_busy 12.0
                drawbridge_rooms 3.0
                drawbridge_entries_total{ack="live"} %s
                drawbridge_entries_total{ack="durable"} 10.0
                drawbridge_append_seconds{ack="live",quantile="0.5"} 0.9
                drawbridge_append_seconds{ack="live",quantile="0.99"} 0.004
                jvm_threads 40
                """;
        assertThat(node.look(text.formatted(100), 2))
                .doesNotContainKey(new Figure("n1", "entries", "a second"))
                .containsEntry(BUSY, 12.0)
                .containsEntry(ROOMS, 3.0)
                .containsEntry(new Figure("n1", "append, slowest 1 of 100", "ms"), 4.0);
        assertThat(node.look(text.formatted(130), 2))
                .containsEntry(new Figure("n1", "entries", "a second"), 15.0);
        assertThat(node.look(text.formatted(5), 2))
                .as("it began anew")
                .doesNotContainKey(new Figure("n1", "entries", "a second"));
    }

    @Test
    void functionsAreCountedAndTheirSlowestHundredthIsKnown() {
        var meter = new FunctionMeter();
        for (int n = 1; n <= 100; n++) meter.ran("JoinRoom", Duration.ofMillis(n), n != 50);
        var seen = meter.look(2);
        assertThat(seen)
                .containsEntry(new Figure("functions", "runs", "a second"), 50.0)
                .containsEntry(new Figure("functions", "failed", "a second"), 0.5)
                .containsEntry(new Figure("functions", "slowest", "ms"), 100.0);
        assertThat(meter.look(2)).containsEntry(new Figure("functions", "runs", "a second"), 0.0);
        assertThat(meter.json().toString())
                .isEqualTo(
                        """
                        [{"function":"JoinRoom","count":100,"failed":1,"mean":50.5,"p99":99.0,"max":100.0}]\
                        """);
    }
}

package games.drawbridge.model.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
    private static final String TEXT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void whatIsSentOnIsTheSameWayFromAnotherPlace() {
        var trace = Trace.parse(TEXT).orElseThrow();
        assertThat(trace.text()).isEqualTo(TEXT);
        assertThat(trace.at("1111111111111111").text())
                .isEqualTo("00-4bf92f3577b34da6a3ce929d0e0e4736-1111111111111111-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7"
            })
    void whatIsNoTraceIsNone(String text) {
        assertThat(Trace.parse(text)).isEmpty();
    }

    @Test
    void aShareOfAThousandIsAboutThat() {
        var dice = new SplittableRandom(7);
        var traces =
                Stream.generate(() -> "%016x%016x".formatted(dice.nextLong(), dice.nextLong()))
                        .limit(20_000)
                        .map(id -> new Trace(id, "00f067aa0ba902b7"))
                        .toList();
        assertThat(traces.stream().filter(it -> it.isAmong(0))).isEmpty();
        assertThat(traces.stream().filter(it -> it.isAmong(1_000))).hasSize(20_000);
        assertThat(traces.stream().filter(it -> it.isAmong(100)).count()).isBetween(1_800L, 2_200L);
    }

    @Test
    void aSpanIsToldAsOtlpHasIt() throws JsonProcessingException {
        var place = Trace.parse(TEXT).orElseThrow();
        var from = Instant.parse("2026-11-29T20:00:00.000000001Z");
        var span =
                new Span(
                        place,
                        "1111111111111111",
                        "join",
                        from,
                        from.plusMillis(5),
                        Map.of("room", "r1"));
        var told =
                new ObjectMapper()
                        .readTree(
                                new ObjectMapper()
                                        .writeValueAsString(Span.otlp("functions", List.of(span))));
        assertThat(told.at("/resourceSpans/0/resource/attributes/0").toString())
                .contains("service.name", "functions");
        var one = told.at("/resourceSpans/0/scopeSpans/0/spans/0");
        assertThat(one.get("traceId").asText()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(one.get("spanId").asText()).isEqualTo("00f067aa0ba902b7");
        assertThat(one.get("parentSpanId").asText()).isEqualTo("1111111111111111");
        assertThat(one.get("startTimeUnixNano").asText()).isEqualTo("1795982400000000001");
        assertThat(one.get("endTimeUnixNano").asText()).isEqualTo("1795982400005000001");
        assertThat(one.at("/attributes/0/key").asText()).isEqualTo("room");
    }
}

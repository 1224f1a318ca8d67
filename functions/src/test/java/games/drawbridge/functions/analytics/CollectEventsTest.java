package games.drawbridge.functions.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.functions.testkit.Call;
import games.drawbridge.functions.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectEventsTest {
    private static final long SENT = 1_000_000;
    private static final Duration SLOW = Duration.ofMinutes(1);

    private final World world = World.open();

    private Call batch(String events) {
        String body = "{\"session\":\"s1\",\"sentAt\":%d,\"events\":[%s]}".formatted(SENT, events);
        return world.post("/v1/analytics", body).as("ann");
    }

    private static String event(String id, long at, String more) {
        return "{\"id\":\"%s\",\"at\":%d,%s}".formatted(id, at, more);
    }

    private static String screen(String id, long at) {
        return event(id, at, "\"name\":\"screen_shown\",\"fields\":{\"screen\":\"lobby\"}");
    }

    @Test
    void anEventIsKeptWithWhoseItIsAndWhatTheRegistrySays() {
        var got =
                batch(
                                event(
                                        "1",
                                        SENT,
                                        """
                                        "name":"session_started","player":"bob",
                                        "fields":{"platform":"web","new_player":true,"other":1,"player":"eve"}
                                        """))
                        .send();
        assertThat(got.status()).isEqualTo(202);
        assertThat(got.body()).isEqualTo("{\"accepted\":1}");
        var event = world.firehose().taken().getFirst();
        assertThat(event.get("player").asText()).isEqualTo("ann");
        assertThat(event.get("source").asText()).isEqualTo("client");
        assertThat(event.get("version").asInt()).isEqualTo(1);
        assertThat(event.get("platform").asText()).isEqualTo("web");
        assertThat(event.get("new_player").asBoolean()).isTrue();
        assertThat(event.has("other")).isFalse();
    }

    @Test
    void theSameEventTwiceHasOneIdAndAnotherPlayersHasAnother() {
        batch(screen("1", SENT)).send();
        batch(screen("1", SENT)).send();
        batch(screen("1", SENT)).as("bob").send();
        var ids =
                world.firehose().taken().stream()
                        .collect(Collectors.groupingBy(each -> each.get("id").asText()));
        assertThat(ids.values().stream().map(List::size)).containsExactlyInAnyOrder(2, 1);
    }

    @Test
    void aWrongClockCountsForNothingAndOnlyWhatHasPassed() {
        batch(screen("1", SENT - 5_000) + "," + screen("2", SENT + 9_000) + "," + screen("3", 0))
                .send();
        var ago = world.firehose().taken().stream().map(CollectEventsTest::ago).toList();
        assertThat(ago).containsExactly(5_000L, 0L, SENT);
        assertThat(at(world.firehose().taken().getFirst()))
                .isBetween(Instant.now().minus(SLOW), Instant.now());
    }

    private static long ago(JsonNode event) {
        return event.get("received").asLong() - event.get("happened").asLong();
    }

    private static Instant at(JsonNode event) {
        return Instant.ofEpochMilli(event.get("happened").asLong());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "name":"winked"                                         | unknown-event | no event of clients is called winked
                    "name":"payment","fields":{"gross":500}                 | unknown-event | no event of clients is called payment
                    "fields":{}                                             | bad-input     | events[1].name is missing
                    "name":"screen_shown","fields":{"screen":7}             | bad-input     | events[1].fields.screen must be a text
                    "name":"tutorial_step","fields":{"step":"one"}          | bad-input     | events[1].fields.step must be a whole number
                    "name":"tutorial_step","fields":{"step":1.5}            | bad-input     | events[1].fields.step must be a whole number
                    "name":"session_started","fields":{"new_player":"yes"}  | bad-input     | events[1].fields.new_player must be true or false
                    "name":"screen_shown","fields":[]                       | bad-input     | events[1].fields must be an object
                    """)
    void whatIsRefusedHoldsUpNoOther(String more, String code, String detail) {
        var got = batch(screen("1", SENT) + "," + event("2", SENT, more)).send();
        assertThat(got.status()).isEqualTo(202);
        assertThat(got.at("/accepted").asInt()).isEqualTo(1);
        assertThat(got.at("/refused/0/event").asInt()).isEqualTo(1);
        assertThat(got.at("/refused/0/code").asText()).isEqualTo(code);
        assertThat(got.at("/refused/0/detail").asText()).startsWith(detail);
        assertThat(world.firehose().taken()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"sentAt":1,"events":[]}                    | session is missing
                    {"session":"s","events":[]}                 | sentAt is missing
                    {"session":"s","sentAt":1}                  | events is missing
                    {"session":"s","sentAt":1,"events":[1]}     | events must be a list of objects
                    """)
    void aBatchIsTurnedAway(String body, String detail) {
        var got = world.post("/v1/analytics", body).as("ann").send();
        assertThat(got.status()).isEqualTo(400);
        assertThat(got.at("/detail").asText()).isEqualTo(detail);
    }

    @Test
    void tooMuchIsTurnedAwayAndSoIsTooOften() {
        String many =
                IntStream.rangeClosed(0, AnalyticsLimits.BATCH)
                        .mapToObj(n -> screen("" + n, SENT))
                        .collect(Collectors.joining(","));
        assertThat(batch(many).send().status()).isEqualTo(400);
        String much = event("1", SENT, "\"name\":\"" + "x".repeat(70_000) + "\"");
        assertThat(batch(much).send().status()).isEqualTo(413);
        var codes =
                IntStream.range(0, 2 * (int) AnalyticsLimits.BATCHES.most() + 1)
                        .mapToObj(_ -> batch(screen("1", SENT)).send().status())
                        .collect(Collectors.toSet());
        assertThat(codes).containsExactlyInAnyOrder(202, 429);
        assertThat(batch(screen("1", SENT)).as("bob").send().status()).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({"dnt", "sec-gpc"})
    void whoDoesNotWantToBeWatchedIsNot(String header) {
        var got = batch(screen("1", SENT)).header(header, "1").send();
        assertThat(got.body()).isEqualTo("{\"accepted\":0}");
        assertThat(batch(screen("1", SENT)).header(header, "0").send().at("/accepted").asInt())
                .isEqualTo(1);
        assertThat(world.firehose().taken()).hasSize(1);
    }

    @Test
    void whereNobodyKeepsThemNothingIsAccepted() {
        var bare = World.open(Map.of("AnalyticsStream", ""));
        var got =
                bare.post(
                                "/v1/analytics",
                                "{\"session\":\"s\",\"sentAt\":1,\"events\":["
                                        + screen("1", 1)
                                        + "]}")
                        .as("ann")
                        .send();
        assertThat(got.status()).isEqualTo(202);
        assertThat(got.body()).isEqualTo("{\"accepted\":0}");
    }

    @Test
    void whatFirehoseDoesNotTakeIsGivenAgain() {
        world.firehose().beBusy(2);
        world.firehose().beAway(1);
        assertThat(batch(screen("1", SENT)).send().status()).isEqualTo(202);
        assertThat(world.firehose().taken()).hasSize(1);
        world.firehose().beBusy(1_000);
        var got = batch(screen("2", SENT)).send();
        assertThat(got.status()).isEqualTo(503);
        assertThat(got.at("/code").asText()).isEqualTo("busy");
    }
}

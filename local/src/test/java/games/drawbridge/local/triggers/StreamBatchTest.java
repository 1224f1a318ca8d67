package games.drawbridge.local.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.lambda.Outcome;
import games.drawbridge.local.template.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What becomes of a batch, told as what the function was given: `1-4` and so on.
class StreamBatchTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Outcome OK = new Outcome.Answered(Json.object());
    private static final Outcome FAILED = new Outcome.Failed("Error", "no");

    /// A function and the surroundings that write down what happens.
    private static final class Story implements StreamBatch.Surroundings {
        private final List<String> told = new ArrayList<>();
        private final Function<List<Integer>, Outcome> function;

        Story(Function<List<Integer>, Outcome> function) {
            this.function = function;
        }

        @Override
        public Work.Piece begin() {
            return () -> {};
        }

        @Override
        public Outcome invoke(ObjectNode event) {
            var numbers = new ArrayList<Integer>();
            for (JsonNode each : event.path("Records")) numbers.add(each.path("n").asInt());
            told.add(numbers.getFirst() + "-" + numbers.getLast());
            return function.apply(numbers);
        }

        @Override
        public void settled(Change last) {
            told.add("settled " + last.sequence());
        }

        @Override
        public void giveUp(StreamBatch.Part part, String condition) {
            told.add(
                    "gave up %s-%s after %d: %s"
                            .formatted(
                                    part.changes().getFirst().sequence(),
                                    part.changes().getLast().sequence(),
                                    part.tries(),
                                    condition));
        }

        @Override
        public void pause(int tries) {}
    }

    private static Trigger.OfStream trigger(boolean bisect, int retries, boolean partial) {
        return new Trigger.OfStream(
                "F.E",
                "F",
                "Rooms",
                true,
                new Trigger.Batch(10, Duration.ZERO),
                List.of(),
                bisect,
                retries,
                Optional.of(Duration.ofMinutes(1)),
                partial,
                Optional.empty());
    }

    private static List<Change> changes(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new Change(Integer.toString(n), NOW, Json.object().put("n", n)))
                .toList();
    }

    private static List<String> told(
            Trigger.OfStream trigger,
            List<Change> changes,
            Function<List<Integer>, Outcome> function)
            throws InterruptedException {
        var story = new Story(function);
        new StreamBatch(trigger, InstantSource.fixed(NOW), story).run(changes);
        return story.told;
    }

    private static Outcome failures(String... ids) {
        var answer = Json.object();
        var list = answer.putArray("batchItemFailures");
        for (String id : ids) list.addObject().put("itemIdentifier", id);
        return new Outcome.Answered(answer);
    }

    @Test
    void whatIsHandledIsSettled() throws InterruptedException {
        assertThat(told(trigger(false, 3, false), changes(4), _ -> OK))
                .containsExactly("1-4", "settled 4");
    }

    @Test
    void aBatchThatFailsIsTriedAgainAsOftenAsTheTriggerSaysAndThenGivenUp()
            throws InterruptedException {
        assertThat(told(trigger(false, 2, false), changes(4), _ -> FAILED))
                .containsExactly(
                        "1-4",
                        "1-4",
                        "1-4",
                        "gave up 1-4 after 3: RetryAttemptsExhausted",
                        "settled 4");
    }

    @Test
    void withoutRetriesAFailureIsTheEnd() throws InterruptedException {
        assertThat(told(trigger(false, 0, false), changes(2), _ -> FAILED))
                .containsExactly("1-2", "gave up 1-2 after 1: RetryAttemptsExhausted", "settled 2");
    }

    @Test
    void bisectingFindsTheOneThatCannotBeHandled() throws InterruptedException {
        assertThat(
                        told(
                                trigger(true, 1, false),
                                changes(4),
                                numbers -> numbers.contains(3) ? FAILED : OK))
                .containsExactly(
                        "1-4",
                        "1-2",
                        "settled 2",
                        "3-4",
                        "3-3",
                        "3-3",
                        "gave up 3-3 after 2: RetryAttemptsExhausted",
                        "settled 3",
                        "4-4",
                        "settled 4");
    }

    @Test
    void namedFailuresAreTriedAgainFromTheFirstOn() throws InterruptedException {
        var tries = new int[1];
        assertThat(
                        told(
                                trigger(false, 3, true),
                                changes(5),
                                _ -> tries[0]++ == 0 ? failures("4", "3") : OK))
                .containsExactly("1-5", "settled 2", "3-5", "settled 5");
    }

    @Test
    void namedFailuresThatNeverEndAreGivenUpWithWhatFollowsThem() throws InterruptedException {
        assertThat(told(trigger(false, 1, true), changes(3), _ -> failures("2")))
                .containsExactly(
                        "1-3",
                        "settled 1",
                        "2-3",
                        "gave up 2-3 after 2: RetryAttemptsExhausted",
                        "settled 3");
    }

    @Test
    void aNameThatIsNoneOfTheBatchFailsAllOfIt() throws InterruptedException {
        var tries = new int[1];
        assertThat(
                        told(
                                trigger(false, 1, true),
                                changes(2),
                                _ -> tries[0]++ == 0 ? failures("9") : OK))
                .containsExactly("1-2", "1-2", "settled 2");
    }

    @Test
    void namesMeanNothingWhereTheTriggerDoesNotAskForThem() throws InterruptedException {
        assertThat(told(trigger(false, 1, false), changes(2), _ -> failures("1")))
                .containsExactly("1-2", "settled 2");
    }

    @Test
    void beingThrottledIsNoTry() throws InterruptedException {
        var tries = new int[1];
        assertThat(
                        told(
                                trigger(false, 0, false),
                                changes(2),
                                _ -> tries[0]++ < 5 ? new Outcome.Throttled() : OK))
                .hasSize(7)
                .endsWith("1-2", "settled 2");
    }

    @Test
    void whatIsTooOldIsGivenUpUntried() throws InterruptedException {
        var old = new Change("0", NOW.minusSeconds(61), Json.object().put("n", 0));
        var all = new ArrayList<>(List.of(old));
        all.addAll(changes(2));
        assertThat(told(trigger(false, -1, false), all, _ -> OK))
                .containsExactly(
                        "gave up 0-0 after 0: RecordAgeExceeded", "settled 0", "1-2", "settled 2");
    }
}

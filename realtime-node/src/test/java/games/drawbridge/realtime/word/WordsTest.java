package games.drawbridge.realtime.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.wire.NodeFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private final List<NodeFrame> told = new ArrayList<>();
    private Optional<Word> said = Optional.of(Word.NONE);
    private Instant now = NOON;
    private final Words words = new Words(() -> said.orElseThrow(), () -> now, told::add);

    private void say(String status, String message, long version, Instant... turns) {
        said = Optional.of(new Word(status, message, version, List.of(turns)));
    }

    @Test
    void whatIsNewIsToldOnce() {
        say("open", null, 7);
        words.look();
        assertThat(told).as("from before this node began").isEmpty();
        say("maintenance", "back at nine", 7);
        words.look();
        words.look();
        assertThat(told).containsExactly(new NodeFrame.Server("maintenance", "back at nine", 7));
        say("maintenance", "back at nine", 8);
        words.look();
        assertThat(told).hasSize(2);
    }

    @Test
    void valuesThatChangeByThemselvesAreToldWhenTheyDo() {
        words.look();
        say("open", null, 1, NOON.plusSeconds(60), NOON.plusSeconds(120));
        words.look();
        assertThat(told).hasSize(1);
        for (int second = 1; second <= 130; second++) {
            now = NOON.plus(Duration.ofSeconds(second));
            words.look();
        }
        assertThat(told).hasSize(3).containsOnly(new NodeFrame.Server("open", null, 1));
    }

    @Test
    void whatCouldNotBeReadIsToldByTheNextLook() {
        words.look();
        said = Optional.empty();
        assertThatThrownBy(words::look);
        say("open", "hello", 0);
        words.look();
        assertThat(told).hasSize(1);
    }
}

package games.drawbridge.realtime.bans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.realtime.bans.BansTable.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BansTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final PlayerId ANN = new PlayerId("ann");

    private final List<Word> said = new ArrayList<>();
    private final List<PlayerId> closed = new ArrayList<>();
    private final List<Instant> asked = new ArrayList<>();
    private Optional<RuntimeException> fault = Optional.empty();
    private Instant now = NOON;
    private final Bans bans =
            new Bans(
                    from -> {
                        asked.add(from);
                        fault.ifPresent(each -> {
                            throw each;
                        });
                        return List.copyOf(said);
                    },
                    () -> now,
                    closed::add);

    private void say(String id, Instant until, boolean lifted) {
        said.add(new Word(id, ANN, until, lifted));
    }

    @Test
    void aBanClosesOnceAndLetsNobodyIn() {
        bans.look();
        assertThat(bans.has(ANN)).isFalse();
        say("1", Instant.MAX, false);
        bans.look();
        bans.look();
        assertThat(closed).containsExactly(ANN);
        assertThat(bans.has(ANN)).isTrue();
        assertThat(bans.has(new PlayerId("bob"))).isFalse();
    }

    @Test
    void aBanThatIsLiftedLetsBackInAndClosesNobodyAgain() {
        say("1", Instant.MAX, false);
        bans.look();
        say("2", Instant.MAX, true);
        bans.look();
        bans.look();
        assertThat(bans.has(ANN)).isFalse();
        assertThat(closed).hasSize(1);
        say("3", Instant.MAX, false);
        bans.look();
        assertThat(closed).hasSize(2);
    }

    @Test
    void aBanEndsByItself() {
        say("1", NOON.plusSeconds(5), false);
        bans.look();
        now = NOON.plusSeconds(5);
        assertThat(bans.has(ANN)).isFalse();
    }

    @Test
    void aBanThatIsOverClosesNobody() {
        say("1", NOON.minusSeconds(5), false);
        bans.look();
        assertThat(closed).isEmpty();
        assertThat(bans.has(ANN)).isFalse();
    }

    @Test
    void whatTheJoinCallKnowsIsForgotten() {
        say("1", Instant.MAX, false);
        bans.look();
        said.clear();
        now = NOON.plus(BanLimits.MEMORY).plusSeconds(1);
        bans.look();
        assertThat(bans.has(ANN)).isFalse();
    }

    @Test
    void afterAFaultTheNextLookGoesAsFarBackAsTheOneBefore() {
        bans.look();
        now = NOON.plusSeconds(10);
        bans.look();
        fault = Optional.of(new IllegalStateException("no answer"));
        now = NOON.plus(Duration.ofMinutes(3));
        assertThatThrownBy(bans::look).isInstanceOf(IllegalStateException.class);
        fault = Optional.empty();
        bans.look();
        assertThat(asked.getLast()).isEqualTo(NOON.plusSeconds(10).minus(BanLimits.BACK));
    }
}

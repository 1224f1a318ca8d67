package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.bots.evening.Pace;
import games.drawbridge.evening.Play;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/// The short form of `./drawbridge evening`: few bots in a hurry, and a node that dies under them.
class EveningTest {

    @Test
    void noPromiseIsBrokenInTheWorldBetweenGamesWhenANodeDies() throws Exception {
        var play = new Play(40, Duration.ofSeconds(20), Pace.HASTE, 20261130);
        var outcome = play.play(TheWorld.world(), InstantSource.system(), _ -> {});
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.counts().counts())
                .as("some of everything happened")
                .containsKeys("clan joined", "store order", "matches played to their end");
        assertThat(outcome.counts().of("sockets lost")).isPositive();
        assertThat(outcome.evidence().logs().get("region:north").events()).isNotEmpty();
    }
}

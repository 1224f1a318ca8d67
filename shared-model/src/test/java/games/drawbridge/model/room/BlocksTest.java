package games.drawbridge.model.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.friends.FriendLimits;
import games.drawbridge.model.player.PlayerId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlocksTest {
    private static List<PlayerId> players(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> new PlayerId("p" + n)).toList();
    }

    @Test
    void theyAreReadAsTheyWereWritten() {
        var blocks = Blocks.of(players(0, FriendLimits.BLOCKED));
        assertThat(Blocks.of(blocks.text())).isEqualTo(blocks);
        assertThat(blocks.text()).as("fits a ticket, which is Base64 once more").hasSize(2_000);
        assertThat(players(0, FriendLimits.BLOCKED)).allMatch(blocks::has);
        assertThat(players(FriendLimits.BLOCKED, 50_000)).noneMatch(blocks::has);
    }

    @Test
    void noneIsNothing() {
        assertThat(Blocks.NONE.text()).isEmpty();
        assertThat(Blocks.of("")).isEqualTo(Blocks.NONE);
        assertThat(Blocks.NONE.has(new PlayerId("ann"))).isFalse();
        assertThatThrownBy(() -> Blocks.of("AAAA")).isInstanceOf(IllegalArgumentException.class);
    }
}

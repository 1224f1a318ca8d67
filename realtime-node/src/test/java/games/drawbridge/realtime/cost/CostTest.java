package games.drawbridge.realtime.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Counts that must not grow unseen: each bound lies a little above what was counted when it was
/// written, and docs/decisions/speed.md says what it consists of. Who makes a node cheaper lowers
/// it.
class CostTest {
    /// Bytes that an event loop allocates for one move of a hundred bytes that four players are
    /// told: 8,300 to 8,800 with compact object headers, as a node has them, and a tenth more
    /// without, as this test has.
    private static final double BYTES_PER_MOVE = 11_000;

    /// Messages for twenty events of one room that come at once: the first goes to the log alone,
    /// the others meanwhile wait for one batch, and where a turn of the loop ends is luck.
    private static final int MESSAGES_PER_BURST = 5;

    /// Bytes of heap for a connection and its session, beside what Java needs for a socket: 3,800.
    private static final long BYTES_PER_CONNECTION = 4_500;

    @ParameterizedTest
    @ValueSource(strings = {"memory", "live"})
    void aMoveAllocatesNoMoreThanItDid(String ack) {
        try (var hall = new Hall(ack)) {
            var moves = new Moves(hall);
            double least = Double.MAX_VALUE; // classes are loaded meanwhile, and code compiled
            for (int i = 0; i < 6; i++) least = Math.min(least, moves.play(3));
            assertThat(least).isLessThan(BYTES_PER_MOVE);
        }
    }

    @Test
    void whatComesTogetherIsSentTogether() {
        try (var hall = new Hall("memory")) {
            var moves = new Moves(hall);
            var players = moves.enter();
            var all = new StringBuilder();
            for (int n = 1; n <= Moves.EACH; n++) all.append(moves.move(n)).append('\n');
            players.getFirst().say(all.toString());
            for (var player : players)
                assertThat(player.messages("event", Moves.EACH))
                        .isLessThanOrEqualTo(MESSAGES_PER_BURST);
            moves.leave(players);
        }
    }

    @Test
    void aConnectionThatDoesNothingCostsNoMoreThanItDid() throws Exception {
        int count = 500;
        try (var hall = new Hall("memory");
                var first = new Sitters();
                var bare = new Sitters();
                var sitters = new Sitters()) {
            first.greet(hall, 50); // classes are loaded
            long before = Sitters.heap();
            bare.connect(count);
            long channels = Sitters.heap() - before;
            before = Sitters.heap();
            sitters.greet(hall, count);
            long each = (Sitters.heap() - before - channels) / count;
            assertThat(each).isLessThan(BYTES_PER_CONNECTION);
        }
    }
}

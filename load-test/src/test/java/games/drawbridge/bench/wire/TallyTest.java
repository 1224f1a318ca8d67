package games.drawbridge.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// One frame in thousands that is dropped, doubled or out of order shows.
class TallyTest {
    private static final int SEATS = 4;
    private static final int PLAYERS = 2 * SEATS;
    private static final int EACH = 500;

    private record Frame(int from, int number) {}

    /// @param spoil what the server does to what the last player hears
    private static Tally played(Consumer<List<Frame>> spoil) {
        var tally = new Tally(PLAYERS, SEATS);
        var rooms = List.of(new ArrayList<Frame>(), new ArrayList<Frame>());
        for (int n = 0; n < EACH; n++)
            for (int from = 0; from < PLAYERS; from++)
                rooms.get(from / SEATS).add(new Frame(from, tally.next(from)));
        for (int player = 0; player < PLAYERS; player++) {
            var frames = new ArrayList<>(rooms.get(player / SEATS));
            if (player == PLAYERS - 1) spoil.accept(frames);
            tally.at(player, 2_000);
            for (var frame : frames) {
                byte[] saying = Saying.json(frame.from(), frame.number(), 1_000);
                Saying.scan(Unpooled.wrappedBuffer(saying), tally);
            }
        }
        return tally;
    }

    @Test
    void everythingOnceAndInOrderIsAllThereIs() {
        var tally = played(_ -> {});
        assertThat(tally.delivered()).isEqualTo(PLAYERS * SEATS * EACH);
        assertThat(tally.lost()).isZero();
        assertThat(tally.wrong()).isZero();
    }

    @Test
    void aFrameThatIsDroppedIsLost() {
        assertThat(played(frames -> frames.remove(777)).lost()).isEqualTo(1);
        assertThat(played(frames -> frames.removeLast()).lost()).isEqualTo(1);
    }

    @Test
    void aFrameThatComesTwiceIsWrong() {
        assertThat(played(frames -> frames.add(778, frames.get(777))).wrong()).isPositive();
    }

    @Test
    void twoFramesOfOnePlayerTheOtherWayRoundAreWrong() {
        var tally = played(frames -> Collections.swap(frames, 400, 400 + SEATS));
        assertThat(tally.lost()).isZero();
        assertThat(tally.wrong()).isPositive();
    }

    @Test
    void anotherOrderThanTheOthersSawIsWrong() {
        var tally = played(frames -> Collections.swap(frames, 400, 401));
        assertThat(tally.lost()).isZero();
        assertThat(tally.wrong()).isPositive();
    }

    @Test
    void aFrameOfAnotherRoomIsWrong() {
        assertThat(played(frames -> frames.add(new Frame(0, 1))).wrong()).isPositive();
    }
}

package games.drawbridge.model.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.games.FourInARow;
import games.drawbridge.model.games.Relay;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Answer;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.model.room.Rules;
import games.drawbridge.model.room.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountingTest {
    private static final Instant OPENED = Instant.parse("2026-11-01T20:00:00Z");
    private static final PlayerId ANN = new PlayerId("ann");
    private static final PlayerId BOB = new PlayerId("bob");

    @Test
    void aGameIsCountedOfItsLog() {
        var log = new ArrayList<Entry<FourInARow.Event>>();
        var room = room(new FourInARow());
        log.add(applied(room.sit(BOB, after(60))));
        for (int n = 0; n < 7; n++) {
            var mover = n % 2 == 0 ? ANN : BOB;
            log.add(applied(room.move(mover, n + 1, new FourInARow.Drop(n % 2), after(70 + n))));
        }
        assertThat(room.over()).isTrue();
        var statistics = counted(new FourInARow(), log);
        assertThat(statistics)
                .isEqualTo(
                        new GameStatistics(
                                "four-in-a-row",
                                OPENED,
                                after(70),
                                after(76),
                                7,
                                2,
                                List.of(
                                        new PlayerStatistics(
                                                ANN,
                                                4,
                                                76,
                                                Map.of("four-in-a-row", 1L),
                                                Map.of("gold", 10L),
                                                Map.of("discs", 4L, "won", 1L)),
                                        new PlayerStatistics(
                                                BOB,
                                                3,
                                                16,
                                                Map.of(),
                                                Map.of(),
                                                Map.of("discs", 3L, "won", 0L)))));
    }

    @Test
    void whoLeavesAndComesAgainIsOnePlayerAndSitsNoLongerThanThat() {
        var room = room(new Relay());
        var log = new ArrayList<Entry<Json>>();
        log.add(applied(room.sit(BOB, after(10))));
        log.add(room.leave(BOB, after(15)).orElseThrow());
        log.add(applied(room.sit(BOB, after(20))));
        log.add(room.leave(ANN, after(23)).orElseThrow());
        var statistics = counted(new Relay(), log);
        assertThat(statistics.players())
                .extracting(it -> it.player() + " " + it.seconds())
                .containsExactly("ann 23", "bob 8");
        assertThat(statistics.beganAt()).as("nobody moved").isEqualTo(statistics.endedAt());
    }

    private static <S, M, E> RoomState<S, M, E> room(Rules<S, M, E> rules) {
        return new RoomState<>(rules, opened(rules), OPENED);
    }

    private static Cause.Opened opened(Rules<?, ?, ?> rules) {
        return new Cause.Opened(ANN, rules.kind().name(), Settings.NONE, 7);
    }

    private static <S, M, E> GameStatistics counted(Rules<S, M, E> rules, List<Entry<E>> log) {
        var counting = new Counting<>(rules, opened(rules), OPENED);
        log.forEach(counting::add);
        return counting.statistics();
    }

    private static <E> Entry<E> applied(Answer<E> answer) {
        return ((Answer.Applied<E>) answer).entry();
    }

    private static Instant after(long seconds) {
        return OPENED.plusSeconds(seconds);
    }
}

package games.drawbridge.model.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BoardTest {
    private static final Board BOARD = Board.of(new BoardId("laps"), "Laps");
    private static final Instant SUNDAY = Instant.parse("2026-11-29T23:59:00Z");

    @Test
    void aScoreCountsForThePeriodsOfItsGamesEnd() {
        var board = BOARD.each(new Cycle.Always(), new Cycle.Daily(), new Cycle.Weekly());
        assertThat(ids(board, SUNDAY, SUNDAY.plusSeconds(30 * 60)))
                .containsExactly("all", "daily-2026-11-29", "weekly-2026-11-23");
    }

    @Test
    void whatComesWhenItsPeriodIsClosedCountsForTheOneThatIsOpen() {
        var board = BOARD.each(new Cycle.Always(), new Cycle.Weekly());
        assertThat(ids(board, SUNDAY, Instant.parse("2026-11-30T00:59:59.999Z")))
                .containsExactly("all", "weekly-2026-11-23");
        assertThat(ids(board, SUNDAY, Instant.parse("2026-11-30T01:00:00Z")))
                .containsExactly("all", "weekly-2026-11-30");
    }

    @Test
    void anEventTakesWhatEndedWithinItAndNothingElse() {
        var event = new Cycle.Event("cup", SUNDAY, SUNDAY.plusSeconds(60));
        var board = BOARD.each(new Cycle.Always(), event);
        assertThat(ids(board, SUNDAY, SUNDAY.plusSeconds(90))).containsExactly("all", "cup");
        assertThat(ids(board, SUNDAY.minusSeconds(1), SUNDAY.minusSeconds(1)))
                .containsExactly("all");
        assertThat(ids(board, SUNDAY, SUNDAY.plusSeconds(99_999))).containsExactly("all");
    }

    private static List<String> ids(Board board, Instant ended, Instant now) {
        return board.periods(ended, now).values().stream().map(Period::id).toList();
    }

    @Test
    void aPeriodIsMeantByItsCycleOrByItsId() {
        var board = BOARD.each(new Cycle.Always(), new Cycle.Weekly());
        assertThat(board.period("weekly", SUNDAY).orElseThrow().id())
                .isEqualTo("weekly-2026-11-23");
        assertThat(board.period("weekly-2026-11-16", SUNDAY)).isPresent();
        assertThat(board.period("all", SUNDAY)).isPresent();
        assertThat(board.period("daily", SUNDAY)).isEmpty();
    }

    /// As docs/leaderboards.md has it.
    @Test
    void theBoardOfTheDocumentsIsOne() {
        var board =
                Board.of(new BoardId("lap-times"), "Fastest lap")
                        .best()
                        .lowerFirst()
                        .each(
                                new Cycle.Always(),
                                new Cycle.Weekly(),
                                new Cycle.ByCron("season", new Cron("0 6 1 */3 *")),
                                new Cycle.Event(
                                        "winter-cup",
                                        Instant.parse("2026-12-05T10:00:00Z"),
                                        Instant.parse("2026-12-12T10:00:00Z")))
                        .within(Scope.WORLD, Scope.COUNTRY)
                        .paying(
                                new Reward("weekly", 1, 1, new Unit("gold"), 500),
                                new Reward("weekly", 2, 10, new Unit("gold"), 50));
        assertThat(ids(board, SUNDAY, SUNDAY))
                .containsExactly("all", "weekly-2026-11-23", "season-20261001T0600");
        assertThat(board.rewards(new Cycle.Weekly())).hasSize(2);
        assertThat(board.order().better(58_000, 61_250)).isTrue();
    }

    static List<UnaryOperator<Board>> senseless() {
        var limits = new ClientScores(0, 9, 9, 9);
        return List.of(
                Board::each,
                board -> board.each(new Cycle.Daily(), new Cycle.Daily()),
                board -> board.within(Scope.COUNTRY),
                board -> board.best().within(Scope.WORLD, Scope.CLAN),
                board -> board.openTo(limits),
                board -> board.paying(new Reward("weekly", 1, 1, new Unit("gold"), 5)));
    }

    @ParameterizedTest
    @MethodSource("senseless")
    void whatMakesNoSenseIsNoBoard(UnaryOperator<Board> change) {
        assertThatThrownBy(() -> change.apply(BOARD)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0,   0,  true
                    100, 20, true
                    -1,  0,  false
                    101, 0,  false
                    50,  21, false
                    50,  -9, false
                    """)
    void aClientsScoreMustBePlausible(long score, long lead, boolean passes) {
        var outcome = new ClientScores(0, 100, 20, 6).judge(score, lead);
        assertThat(outcome instanceof ClientScores.Outcome.Plausible).isEqualTo(passes);
    }
}

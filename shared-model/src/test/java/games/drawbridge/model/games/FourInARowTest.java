package games.drawbridge.model.games;

import static games.drawbridge.model.games.Disc.RED;
import static games.drawbridge.model.games.Disc.YELLOW;
import static games.drawbridge.model.games.FourInARow.BOARD;
import static games.drawbridge.model.games.FourInARow.GOLD;
import static games.drawbridge.model.games.FourInARow.Why.FOUR;
import static games.drawbridge.model.games.FourInARow.Why.FULL;
import static games.drawbridge.model.games.FourInARow.Why.RESIGNED;
import static games.drawbridge.model.games.FourInARow.Why.TIME;
import static games.drawbridge.model.testkit.Game.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.games.FourInARow.Dropped;
import games.drawbridge.model.games.FourInARow.Event;
import games.drawbridge.model.games.FourInARow.Move;
import games.drawbridge.model.games.FourInARow.Over;
import games.drawbridge.model.games.FourInARow.Result;
import games.drawbridge.model.games.FourInARow.State;
import games.drawbridge.model.games.FourInARow.Why;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.rating.Placed;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.testkit.Game;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FourInARowTest {

    @Test
    void theMakerIsRedAndBegins() {
        given(new FourInARow(), "ann", "bob")
                .when("ann", drop(3))
                .happens(new Dropped(3, 0, RED))
                .when("bob", drop(3))
                .happens(new Dropped(3, 1, YELLOW));
    }

    /// Columns are dropped into in turn, ann first; then the last move is refused.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # before,        who, move,   reason
                    '',              bob, 0,      not-your-turn
                    3,               ann, 3,      not-your-turn
                    3 3 3 3 3 3,     ann, 3,      column-full
                    3,               bob, 7,      no-such-column
                    3,               bob, -1,     no-such-column
                    0 1 0 1 0 1 0,   bob, 2,      over
                    0 1 0 1 0 1 0,   ann, 2,      over
                    0 1 0 1 0 1 0,   bob, resign, over
                    """)
    void refuses(String before, String who, String move, String reason) {
        play(before)
                .when(who, move.equals("resign") ? resign() : drop(Integer.parseInt(move)))
                .denied(reason);
    }

    @Test
    void nothingStartsBeforeTheSecondPlayerSits() {
        given(new FourInARow(), "ann").when("ann", drop(3)).denied("not-started");
        given(new FourInARow(), "ann").when("ann", resign()).denied("not-started");
    }

    @Test
    void aStrangerHasNoSay() {
        given(new FourInARow(), "ann", "bob")
                .when("eve", drop(3))
                .refused(Code.NOT_SEATED, "take a seat first")
                .sits("eve")
                .refused(Code.FULL, "every seat is taken");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # what,       moves
                    upright,      0 1 0 1 0 1 0
                    level,        0 0 1 1 2 2 3
                    rising,       0 1 1 2 2 3 2 3 3 6 3
                    falling,      6 5 5 4 4 3 4 3 3 0 3
                    from between, 0 0 1 1 3 3 2
                    """)
    void fourInAnyDirectionWins(String what, String moves) {
        play(moves).over();
    }

    @Test
    void theWinnerGetsAPointAndTenGold() {
        play("0 1 0 1 0 1 0")
                .happens(new Dropped(0, 3, RED), over("ann", FOUR))
                .causes(score("ann"), gold("ann"))
                .over();
    }

    @Test
    void aMatchOfALobbyIsRated() {
        var settings = Map.<String, Object>of("@mode", "duel");
        given(new FourInARow(), settings, "ann", "bob")
                .when("ann", resign())
                .causes(
                        new Effect.Rate(
                                "duel",
                                List.of(
                                        new Placed(2, List.of(new PlayerId("ann"))),
                                        new Placed(1, List.of(new PlayerId("bob"))))));
        given(new FourInARow(), settings, "ann").leaves("ann").causesNothingOutside();
    }

    @Test
    void aFullGridIsADrawAndNobodyGetsAnything() {
        play("0 1 0 1 0 1 1 0 1 0 1 0 2 3 2 3 2 3 3 2 3 2 3 2 4 5 4 5 4 5 5 4 5 4 5 4 6 6 6 6 6 6")
                .happens(new Dropped(6, 5, YELLOW), over(null, FULL))
                .causesNothingOutside()
                .over();
    }

    @Test
    void whoResignsLoses() {
        play("3")
                .when("ann", resign())
                .happens(over("bob", RESIGNED))
                .causes(score("bob"), gold("bob"))
                .over();
    }

    @Test
    void whoLeavesLoses() {
        play("3").leaves("bob").happens(over("ann", RESIGNED)).over();
    }

    @Test
    void whoWaitsAloneMayLeave() {
        given(new FourInARow(), "ann")
                .leaves("ann")
                .happens(over(null, RESIGNED))
                .causesNothingOutside()
                .over();
    }

    @Test
    void theClockRunsForWhoseTurnItIs() {
        play("3")
                .after(Duration.ofSeconds(29))
                .after(Duration.ofSeconds(1))
                .happens(over("ann", TIME))
                .causes(score("ann"))
                .over();
    }

    @Test
    void everyDropStartsTheClockAgain() {
        var game = play("3").after(Duration.ofSeconds(20)).when("bob", drop(3));
        assertThat(game.after(Duration.ofSeconds(29)).state().over()).isNull();
        assertThat(game.after(Duration.ofSeconds(1)).state().over())
                .isEqualTo(new Result(new PlayerId("bob"), TIME));
    }

    @Test
    void theStateTellsTheDeadlineOnlyWhileAGameIsOn() {
        assertThat(given(new FourInARow(), "ann").state().deadline()).isNull();
        var game = play("3");
        assertThat(game.state().deadline()).isEqualTo(game.now().plusSeconds(30).toEpochMilli());
        assertThat(play("0 1 0 1 0 1 0").state().deadline()).isNull();
    }

    @Test
    void theMakerChoosesTheTimeForATurn() {
        given(new FourInARow(), Map.of("turnSeconds", 5), "ann", "bob")
                .after(Duration.ofSeconds(5))
                .happens(over("bob", TIME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "301", "soon"})
    void refusesAnotherTimeForATurn(String seconds) {
        Object given = seconds.matches("\\d+") ? Integer.valueOf(seconds) : seconds;
        assertThatThrownBy(() -> given(new FourInARow(), Map.of("turnSeconds", given), "ann"))
                .isInstanceOf(Settings.BadSetting.class)
                .hasMessage("settings.turnSeconds must be a whole number from 5 to 300");
    }

    private static Game<State, Move, Event> play(String columns) {
        var game = given(new FourInARow(), "ann", "bob");
        boolean ann = true;
        for (String column : columns.isEmpty() ? new String[0] : columns.split(" ")) {
            game.when(ann ? "ann" : "bob", drop(Integer.parseInt(column)));
            ann = !ann;
        }
        return game;
    }

    private static Move drop(int column) {
        return new FourInARow.Drop(column);
    }

    private static Move resign() {
        return new FourInARow.Resign(true);
    }

    private static Event over(@Nullable String winner, Why why) {
        return new Over(new Result(winner == null ? null : new PlayerId(winner), why));
    }

    private static Effect score(String player) {
        return new Effect.Score(BOARD, new PlayerId(player), 1);
    }

    private static Effect gold(String player) {
        return new Effect.Grant(new PlayerId(player), GOLD, 10);
    }
}

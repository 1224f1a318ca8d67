package games.drawbridge.it;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.books.Ledger;
import games.drawbridge.bots.ManyGames;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Hundreds of whole games, fifty at a time, some players losing their sockets and coming back.
class ManyGamesTest {
    private static final int GAMES = 250;

    @Timeout(
            value = 10,
            unit = TimeUnit.MINUTES) // a game that nobody can end must not last for ever
    @Test
    void everyAcknowledgedMoveIsLoggedOnceAndEveryWinnerIsPaidOnce() {
        var games = new ManyGames(TheWorld.api(), GAMES, 50, 0.05, 20261121).play(_ -> {});
        assertThat(games).hasSize(GAMES);
        assertThat(games).flatExtracting(ManyGames.Game::faults).isEmpty();
        assertThat(games.stream().mapToInt(ManyGames.Game::cuts).sum()).isGreaterThan(50);
        assertThat(games.stream().mapToInt(ManyGames.Game::acknowledged).sum())
                .isGreaterThan(2_500);

        Map<String, String> winners =
                games.stream()
                        .filter(game -> !game.winner().isEmpty())
                        .collect(toMap(ManyGames.Game::room, ManyGames.Game::winner));
        Await.until(() -> paid(winners).size() == winners.size());
        assertThat(paid(winners)).isEqualTo(winners);
        assertThat(Books.faults()).isEmpty();
    }

    /// Who was paid for each of these rooms. A room that was paid for twice is a fault of the
    /// collector.
    private static Map<String, String> paid(Map<String, String> rooms) {
        return Books.prizes().stream()
                .filter(prize -> rooms.containsKey(room(prize)))
                .collect(toMap(ManyGamesTest::room, Ledger.Prize::player));
    }

    private static String room(Ledger.Prize prize) {
        return prize.source().substring(0, prize.source().indexOf('#'));
    }
}

package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.model.games.FourInARow;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Two people with real browsers play through the front door; what they saw is held against the log
/// and the books. Screenshots stay in target/browser.
class BrowserTest {
    private static final Path RESULTS = Path.of("target/browser").toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void twoPeoplePlayAWholeGame() throws Exception {
        new Npm(Path.of("."))
                .run(
                        "test",
                        Map.of(
                                "ORIGIN",
                                TheWorld.origin().toString(),
                                "RESULTS",
                                RESULTS.toString()));

        var game = JSON.readTree(RESULTS.resolve("game.json").toFile());
        var room = game.get("room").asText();
        var log = TheWorld.api().get("/v1/rooms/" + room + "/log", supporter()).ok();
        assertThat(log.get("over").asBoolean()).isTrue();
        assertThat(GameLog.fold(new FourInARow(), log)).isEqualTo(game.get("state"));

        var prizes = Books.prizesOf(room);
        assertThat(prizes).hasSize(1);
        assertThat(prizes.getFirst().player()).isEqualTo(game.get("winner").asText());
        assertThat(prizes.getFirst().amount()).isEqualTo(10);
        String rank = "/v1/leaderboards/four-in-a-row/players/" + game.get("winner").asText();
        Await.until(() -> TheWorld.api().get(rank, supporter()).status() == 200);
        var ranked = TheWorld.api().get(rank, supporter()).ok();
        assertThat(ranked.get("score").asLong()).isEqualTo(1);
    }

    private static String supporter() {
        return TheWorld.api()
                .post("/_local/tokens", null, "{\"roles\":[\"support\"]}")
                .ok()
                .get("accessToken")
                .asText();
    }
}

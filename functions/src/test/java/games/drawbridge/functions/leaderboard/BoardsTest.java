package games.drawbridge.functions.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Stream;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.games.FourInARow;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Effect;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class BoardsTest {
    private static final String BOARD = "/v1/leaderboards/four-in-a-row";
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final World world = World.open();
    private final Stream stream = new Stream(world);
    private final Scores scores =
            new Scores(
                    new Aws(world.environment("ApplyEffects")),
                    InstantSource.system(),
                    new SecureRandom());
    private int sources;

    @Test
    void theTitlesBoardsAreListed() {
        var board = world.get("/v1/leaderboards").as("ann").send().at("/boards/0");
        assertThat(board.get("board").asText()).isEqualTo("four-in-a-row");
        assertThat(board.get("title").asText()).isEqualTo("Four in a row: games won");
        assertThat(board.get("rule").asText()).isEqualTo("sum");
        assertThat(board.get("source").asText()).isEqualTo("rooms");
        assertThat(board.get("periods").findValuesAsText("cycle")).containsExactly("all", "weekly");
        assertThat(board.at("/periods/1/until").asText()).endsWith("T00:00:00Z");
    }

    @Test
    void anEmptyBoardIsEmpty() {
        var page = world.get(BOARD).as("ann").send();
        assertThat(page.text("/board")).isEqualTo("four-in-a-row");
        assertThat(page.text("/period")).isEqualTo("all");
        assertThat(page.at("/of").asInt()).isZero();
        assertThat(page.at("/entries")).isEmpty();
    }

    @Test
    void scoresAreSumsAndEachSourceCountsOnce() {
        score("ann", 1, "r1#7#0", NOON);
        score("ann", 1, "r1#7#0", NOON.plusSeconds(9));
        score("ann", 2, "r2#5#0", NOON.plusSeconds(60));
        stream.bring();
        var entry = world.get(BOARD).as("ann").send().at("/entries/0");
        assertThat(entry.toString())
                .isEqualTo(
                        """
                        {"rank":1,"playerId":"ann","name":"","score":3,"at":"2026-11-01T12:01:00Z"}\
                        """);
    }

    @Test
    void aSourceThatComesManyTimesAtOnceCountsOnce() {
        AtOnce.times(
                12,
                n -> {
                    score("ann", 1, "r" + n % 4 + "#1#0", NOON);
                    return n;
                });
        stream.bring();
        assertThat(world.get(BOARD).as("ann").send().at("/entries/0/score").asInt()).isEqualTo(4);
    }

    @Test
    void equalScoresShareARankAndTheEarlierStandsFirst() {
        score("ann", 5, NOON.plusSeconds(2));
        score("bob", 7, NOON);
        score("cat", 5, NOON.plusSeconds(1));
        score("dan", 5, NOON.plusSeconds(2));
        score("eve", 1, NOON);
        name("bob", "Bob");
        stream.bring();
        var page = world.get(BOARD).as("ann").send();
        assertThat(lines(page.at("/entries")))
                .containsExactly("1 bob 7", "2 cat 5", "2 ann 5", "2 dan 5", "5 eve 1");
        assertThat(page.text("/entries/0/name")).isEqualTo("Bob");
        assertThat(page.at("/of").asInt()).isEqualTo(5);
        assertThat(page.json().has("next")).isFalse();
    }

    /// A board of forty random scores, against the plain way to rank them.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void everyPageAndEveryRankIsExact(int limit) {
        var dice = new Random(limit);
        var points = IntStream.range(0, 40).mapToObj(n -> dice.nextInt(8)).toList();
        for (int n = 0; n < 40; n++) score(player(n), points.get(n), NOON.plusMillis(n));
        stream.bring();
        var expected = new ArrayList<String>();
        IntStream.range(0, 40)
                .boxed()
                .sorted((a, b) -> points.get(b) - points.get(a))
                .forEach(
                        n -> expected.add(rank(points, n) + " " + player(n) + " " + points.get(n)));

        var seen = new ArrayList<String>();
        for (String cursor = ""; cursor != null; ) {
            var page = world.get(BOARD + "?limit=" + limit + cursor).as("ann").send();
            seen.addAll(lines(page.at("/entries")));
            cursor = page.json().has("next") ? "&cursor=" + page.text("/next") : null;
        }
        assertThat(seen).isEqualTo(expected);

        for (int n = 0; n < 40; n += 13) {
            var rank = world.get(BOARD + "/players/" + player(n) + "?around=2").as("ann").send();
            assertThat(rank.at("/rank").asLong()).isEqualTo(rank(points, n));
            assertThat(rank.at("/score").asInt()).isEqualTo(points.get(n));
            assertThat(rank.at("/of").asInt()).isEqualTo(40);
            int own = expected.indexOf(rank(points, n) + " " + player(n) + " " + points.get(n));
            assertThat(lines(rank.at("/around")))
                    .isEqualTo(expected.subList(Math.max(0, own - 2), Math.min(40, own + 3)));
        }
    }

    @Test
    void severalPlayersAreAskedForAtOnce() {
        score("ann", 5, NOON);
        score("bob", 7, NOON);
        score("cat", 5, NOON);
        score("dan", 4, NOON);
        stream.bring();
        var ranks = world.get(BOARD + "/players?ids=dan,ann,nobody,cat").as("bob").send();
        assertThat(lines(ranks.at("/entries"))).containsExactly("2 ann 5", "2 cat 5", "4 dan 4");
        assertThat(ranks.at("/of").asInt()).isEqualTo(4);
    }

    @Test
    void theWeekCountsBesideAllTimeAndAPageMayBeKept() {
        score("ann", 5, Instant.now());
        stream.bring();
        var week = world.get(BOARD + "?period=weekly").as("ann").send();
        assertThat(week.text("/period")).startsWith("weekly-20");
        assertThat(lines(week.at("/entries"))).containsExactly("1 ann 5");
        assertThat(week.headers()).containsEntry("cache-control", "public, max-age=3");
        var again = world.get(BOARD + "?period=weekly").as("ann");
        again.header("if-none-match", week.headers().get("etag"));
        assertThat(again.send().status()).isEqualTo(304);
        assertThat(lines(world.get(BOARD).as("ann").send().at("/entries")))
                .containsExactly("1 ann 5");
    }

    @Test
    void aBoardThatRoomsWriteTakesNoPlayersWord() {
        var report = world.post(BOARD + "/scores", "{\"score\":7}").as("ann").send();
        assertThat(report.outcome()).isEqualTo("403 not-open");
    }

    @Test
    void aPlayerMayAskForTheOwnLineAlone() {
        score("ann", 5, NOON);
        score("bob", 7, NOON);
        stream.bring();
        var rank = world.get(BOARD + "/players/ann?around=0").as("bob").send();
        assertThat(lines(rank.at("/around"))).containsExactly("2 ann 5");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    /v1/leaderboards/chess,                            404 not-found
                    /v1/leaderboards/No%20Board,                       404 not-found
                    /v1/leaderboards/four-in-a-row?period=yearly,        400 bad-input
                    /v1/leaderboards/four-in-a-row?limit=101,          400 bad-input
                    /v1/leaderboards/four-in-a-row?cursor=x,           400 bad-input
                    /v1/leaderboards/four-in-a-row/players/ann,        404 not-ranked
                    /v1/leaderboards/four-in-a-row/players/no%20id,    404 not-found
                    /v1/leaderboards/chess/players/ann,                404 not-found
                    /v1/leaderboards/four-in-a-row/players/ann?around=50, 400 bad-input
                    /v1/leaderboards/four-in-a-row/players/ann?period=yearly, 400 bad-input
                    /v1/leaderboards/four-in-a-row?period=weekly-2026-11-24, 400 bad-input
                    /v1/leaderboards/four-in-a-row?period=weekly-2020-01-06, 400 bad-input
                    /v1/leaderboards/four-in-a-row?scope=country:DE,   400 bad-input
                    /v1/leaderboards/four-in-a-row?scope=moon,         400 bad-input
                    /v1/leaderboards/four-in-a-row/players,            400 bad-input
                    /v1/leaderboards/four-in-a-row/players?ids=a%20b,  400 bad-input
                    /v1/leaderboards/chess/players?ids=ann,            404 not-found
                    """)
    void refuses(String target, String outcome) {
        assertThat(world.get(target).as("ann").send().outcome()).isEqualTo(outcome);
    }

    private static long rank(List<Integer> scores, int n) {
        return 1 + scores.stream().filter(score -> score > scores.get(n)).count();
    }

    private static String player(int n) {
        return "p%02d".formatted(n);
    }

    private static List<String> lines(Iterable<JsonNode> entries) {
        var lines = new ArrayList<String>();
        for (var entry : entries)
            lines.add(
                    entry.get("rank").asText()
                            + " "
                            + entry.get("playerId").asText()
                            + " "
                            + entry.get("score").asText());
        return lines;
    }

    private void score(String player, long points, Instant at) {
        score(player, points, "s" + sources++ + "#1#0", at);
    }

    private void score(String player, long points, String source, Instant at) {
        scores.count(new Effect.Score(FourInARow.BOARD, new PlayerId(player), points), source, at);
    }

    private void name(String player, String name) {
        world.tables()
                .put(
                        "Players",
                        Map.of(
                                "pk", AttributeValue.fromS("PLAYER#" + player),
                                "sk", AttributeValue.fromS("PROFILE"),
                                "name", AttributeValue.fromS(name)));
    }
}

package games.drawbridge.functions.leaderboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.SetClock;
import games.drawbridge.functions.testkit.TestContext;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.leaderboard.Board;
import games.drawbridge.model.leaderboard.BoardId;
import games.drawbridge.model.leaderboard.ClientScores;
import games.drawbridge.model.leaderboard.Cycle;
import games.drawbridge.model.leaderboard.Place;
import games.drawbridge.model.leaderboard.Reward;
import games.drawbridge.model.wallet.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class SeasonsTest {
    private static final Instant SUNDAY = Instant.parse("2026-11-29T23:00:00Z");
    private static final Unit GOLD = new Unit("gold");
    private static final Board LAPS =
            Board.of(new BoardId("laps"), "Laps")
                    .best()
                    .each(new Cycle.Weekly())
                    .paying(
                            new Reward("weekly", 1, 1, GOLD, 100),
                            new Reward("weekly", 1, 2, GOLD, 10));

    private final World world = World.open();
    private final SetClock clock = new SetClock(SUNDAY);
    private final ScoreTable scores =
            new ScoreTable(new Aws(world.environment("ApplyEffects")), new Random(1));
    private final Folds folds = new Folds(new Aws(world.environment("FoldScores")), clock);
    private final Standings standings = new Standings(new Aws(world.environment("BoardCalls")));
    private final Group week = new Group(LAPS, LAPS.period("weekly", SUNDAY).orElseThrow(), false);
    private final Ranking ranking = Ranking.world(week.board(), week.period());
    private final TestContext context = new TestContext("TendBoards");

    private void score(String who, long score) {
        scores.keep(week, new Place(score, SUNDAY.toEpochMilli() - 3_600_000, who), "s");
    }

    private void tend() {
        new TendBoards(world.environment("TendBoards"), List.of(LAPS), clock)
                .handleRequest(new ScheduledEvent(), context);
    }

    private void profile(String player) {
        world.tables()
                .put(
                        "Players",
                        Map.of(
                                "pk", AttributeValue.fromS("PLAYER#" + player),
                                "sk", AttributeValue.fromS("PROFILE"),
                                "name", AttributeValue.fromS(player)));
    }

    private List<String> page() {
        return standings.read(
                ranking,
                List.of(),
                view ->
                        view.at(0, 10).stream()
                                .map(line -> line.rank() + " " + line.place().who())
                                .toList());
    }

    @Test
    void aWeekIsFrozenAndItsRewardsArePaidOnce() {
        for (var who : List.of("ann", "bob", "cat", "dan")) profile(who);
        score("ann", 5);
        score("bob", 7);
        score("cat", 5);
        score("dan", 1);
        // the stream lost this one: the freeze finds it
        folds.fold(week, List.of("ann", "bob", "cat"));
        clock.pass(Duration.ofHours(2));
        tend();
        assertThat(frozen()).isNull();
        clock.pass(Duration.ofMinutes(6));
        tend(); // dan is missed: it is made anew
        assertThat(frozen()).isNull();
        tend();
        tend();
        assertThat(frozen())
                .isEqualTo(
                        """
                        rank,id,score,reached
                        1,bob,7,2026-11-29T22:00:00Z
                        2,ann,5,2026-11-29T22:00:00Z
                        2,cat,5,2026-11-29T22:00:00Z
                        4,dan,1,2026-11-29T22:00:00Z
                        """);
        var ledger = Ledger.of(world);
        assertThat(ledger.balance("bob", "gold")).isEqualTo(110);
        assertThat(ledger.balance("ann", "gold")).isEqualTo(10);
        assertThat(ledger.balance("cat", "gold")).isEqualTo(10);
        assertThat(ledger.balance("dan", "gold")).isZero();
        assertThat(
                        world.tables()
                                .row(
                                        "Wallets",
                                        "TRANSACTION#REWARD#laps#weekly-2026-11-23#bob",
                                        "HEAD"))
                .isNotEmpty();
        var inbox = world.get("/v1/players/me/mail").as("bob").send().at("/mail");
        assertThat(inbox.findValuesAsText("subject")).containsExactly("Laps");
        var manifest = new String(world.archived(folder() + "manifest.json"), UTF_8);
        assertThat(manifest)
                .contains("\"entries\":4", "00000.csv", "00000.parquet", "parquetSha256");
        assertThat(world.archived(folder() + "00000.parquet")).startsWith("PAR1".getBytes(UTF_8));
        assertThat(context.lines()).noneMatch(line -> line.contains("\"level\":\"error\""));
    }

    private static String folder() {
        return "standings/laps/weekly-2026-11-23/world/";
    }

    private String frozen() {
        byte[] part = world.archived(folder() + "00000.csv");
        return part == null ? null : new String(part, UTF_8);
    }

    @Test
    void standingsThatAreNotWhatWasFrozenPayNobody() {
        profile("ann");
        score("ann", 5);
        folds.fold(week, List.of("ann"));
        clock.pass(Duration.ofHours(3));
        var seasons = new SeasonTable(new Aws(world.environment("TendBoards")));
        seasons.freeze(
                ranking,
                new SeasonTable.Frozen(1, List.of("another hash"), List.of(""), 0, SUNDAY));
        world.archive(folder() + "00000.csv", "rank,id\n1,ann,5,x\n".getBytes(UTF_8));
        tend();
        assertThat(context.lines()).anyMatch(line -> line.contains("is not what was frozen"));
        assertThat(Ledger.of(world).balance("ann", "gold")).isZero();
    }

    @Test
    void whoeverIsBannedFromBoardsIsOnNoneAndRanksCloseUp() {
        score("ann", 5);
        score("bob", 7);
        score("cat", 6);
        folds.fold(week, List.of("ann", "bob", "cat"));
        world.tables()
                .put(
                        "Leaderboards",
                        Map.of(
                                "pk", AttributeValue.fromS("OUT#bob"),
                                "sk", AttributeValue.fromS("HEAD")));
        folds.fold(week, List.of("bob"));
        assertThat(page()).containsExactly("1 cat", "2 ann");
        score("bob", 9);
        folds.fold(week, List.of("bob"));
        assertThat(page()).containsExactly("1 cat", "2 ann");
    }

    @Test
    void aRankingIsMadeAnewWhileItGoesOn() {
        var all = new ArrayList<String>();
        for (int n = 0; n < 70; n++) {
            all.add("player-number-" + n);
            score(all.getLast(), n % 9);
        }
        folds.fold(week, all);
        var before = page();
        world.tables()
                .put(
                        "Leaderboards",
                        Map.of(
                                "pk", AttributeValue.fromS("REBUILD"),
                                "sk", AttributeValue.fromS(ranking.toString())));
        tend();
        assertThat(page()).isEqualTo(before);
        assertThat(world.tables().row("Ranks", "HEAD#" + ranking, "1")).containsKey("next");
        score("player-number-3", 99);
        folds.fold(week, List.of("player-number-3"));
        assertThat(page().getFirst()).isEqualTo("1 player-number-3");
        assertThat(world.tables().row("Leaderboards", "REBUILD", ranking.toString()))
                .containsKey("made")
                .doesNotContainKeys("lane", "sought", "holder");
    }

    @Test
    void whatIsTooLongForOneRunTakesSeveral() {
        var all = new ArrayList<String>();
        for (int n = 0; n < 40; n++) {
            all.add("player-number-" + n);
            score(all.getLast(), n % 7);
        }
        folds.fold(week, all);
        var before = page();
        var aws = new Aws(world.environment("TendBoards"));
        var rebuilds = new RebuildTable(aws, clock);
        rebuilds.ask(ranking, SUNDAY);
        assertThat(rebuilds.take(ranking, "one who dies")).isPresent();
        var walk = new RebuildTable.Walk(3, Optional.empty(), 0);
        assertThat(rebuilds.keep(ranking, "one who dies", walk)).isTrue();
        rebuilds.ask(ranking, SUNDAY);
        assertThat(rebuilds.keep(ranking, "one who dies", RebuildTable.Walk.START))
                .as("asked twice it goes on")
                .isTrue();
        var steps = new AtomicInteger();
        var rebuild = new Rebuild(aws, folds, clock);
        rebuild.run(ranking, () -> steps.incrementAndGet() > 0);
        assertThat(steps).as("somebody is at it").hasValue(0);
        clock.pass(BoardLimits.REBUILD_LEASE.plusSeconds(1));
        int runs = 0;
        for (; rebuilds.of(ranking).isWanted(); runs++) {
            steps.set(5);
            rebuild.run(ranking, () -> steps.getAndDecrement() > 0);
            assertThat(page()).isEqualTo(before);
        }
        assertThat(runs).isBetween(4, 8);
        assertThat(world.tables().row("Ranks", "HEAD#" + ranking, "1")).containsKey("next");
        assertThat(rebuilds.wanted()).isEmpty();
    }

    @Test
    void theAuditFindsWhatTheStreamLost() {
        for (int n = 0; n < 40; n++) score("player-number-" + n, n);
        for (int n = 0; n < 40; n++) tend();
        assertThat(context.lines())
                .anyMatch(line -> line.contains("leaderboard-audit") && line.contains("error"));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    50,   200
                    101,  422 implausible
                    -1,   422 implausible
                    90,   422 implausible
                    """)
    void aClientsWordIsTakenWithinBounds(long score, String outcome) {
        var open = LAPS.paying().each(new Cycle.Always()).openTo(new ClientScores(0, 100, 20, 3));
        var report = new ReportScore(world.environment("BoardCalls"), List.of(open), clock);
        assertThat(report(report, 40)).startsWith("200");
        assertThat(report(report, score)).startsWith(outcome);
        assertThat(report(report, 41)).startsWith("200");
        assertThat(report(report, 42)).startsWith("429");
    }

    private String report(ReportScore report, long score) {
        var jwt = APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT.builder();
        var authorizer =
                APIGatewayV2HTTPEvent.RequestContext.Authorizer.builder()
                        .withJwt(jwt.withClaims(Map.of("sub", "ann")).build())
                        .build();
        var event =
                APIGatewayV2HTTPEvent.builder()
                        .withHeaders(Map.of("content-type", "application/json"))
                        .withPathParameters(Map.of("board", "laps"))
                        .withRequestContext(
                                APIGatewayV2HTTPEvent.RequestContext.builder()
                                        .withAuthorizer(authorizer)
                                        .build())
                        .withBody("{\"score\":" + score + "}")
                        .build();
        var answer = report.handleRequest(event, context);
        return new Got(answer.getStatusCode(), answer.getHeaders(), answer.getBody(), List.of())
                .outcome();
    }
}

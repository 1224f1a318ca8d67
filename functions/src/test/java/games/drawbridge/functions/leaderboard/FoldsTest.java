package games.drawbridge.functions.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.SetClock;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.leaderboard.Board;
import games.drawbridge.model.leaderboard.BoardId;
import games.drawbridge.model.leaderboard.Cycle;
import games.drawbridge.model.leaderboard.Order;
import games.drawbridge.model.leaderboard.Place;
import games.drawbridge.model.leaderboard.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class FoldsTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration LEASE = BoardLimits.LEASE.plusMillis(1);

    private final World world = World.open();
    private final SetClock clock = new SetClock(NOON);
    private final Aws aws = new Aws(world.environment("FoldScores"));
    private final Folds folds = new Folds(aws, clock);
    private final ScoreTable scores =
            new ScoreTable(new Aws(world.environment("ApplyEffects")), new Random(1));
    private final Standings standings = new Standings(new Aws(world.environment("BoardCalls")));
    private final Map<String, Place> truth = new HashMap<>();
    private int moment;

    private static Group group(Order order) {
        var board = Board.of(new BoardId("laps"), "Laps").last().each(new Cycle.Always());
        var asked = order == Order.HIGHER ? board : board.lowerFirst();
        return new Group(asked, asked.period("all", NOON).orElseThrow(), false);
    }

    private static Ranking ranking(Group group) {
        return Ranking.world(group.board(), group.period());
    }

    private void score(Group group, String who, long score) {
        var place = new Place(score, ++moment, who);
        scores.keep(group, place, "s");
        truth.put(who, place);
    }

    /// Every page and every rank, against the plain way to sort.
    private void compare(Group group) {
        var sorted = new ArrayList<>(truth.values());
        var order = group.board().order();
        sorted.sort((a, b) -> order.key(a).compareTo(order.key(b)));
        var expected = new ArrayList<View.Ranked>();
        for (int n = 0; n < sorted.size(); n++) {
            boolean tie = n > 0 && sorted.get(n - 1).score() == sorted.get(n).score();
            expected.add(new View.Ranked(tie ? expected.get(n - 1).rank() : n + 1, sorted.get(n)));
        }
        var page =
                standings.read(
                        ranking(group),
                        List.of(),
                        view -> view.page(Optional.empty(), sorted.size() + 9));
        assertThat(page).isEqualTo(expected);
        var ranks = standings.read(ranking(group), truth.keySet(), view -> view.of(truth.keySet()));
        assertThat(ranks).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void repeatedAndShuffledChangesGiveTheRanksOfASortedArray(Order order) {
        var group = group(order);
        var dice = new Random(order.ordinal());
        for (int batch = 0; batch < 6; batch++) {
            for (int n = 0; n < 30; n++)
                score(group, "player-number-" + dice.nextInt(90), dice.nextInt(25) - 12);
            score(group, "least", Long.MIN_VALUE);
            score(group, "most", Long.MAX_VALUE);
            var dirty = new ArrayList<>(truth.keySet());
            dirty.addAll(truth.keySet());
            Collections.shuffle(dirty, dice);
            folds.fold(group, dirty.subList(0, dirty.size() / 2));
            folds.fold(group, dirty);
        }
        compare(group);
    }

    /// Whatever is written before the write that breaks, the next fold makes it right.
    @Test
    void aFoldThatBreaksBetweenAnyTwoWritesNeverWas() {
        var group = group(Order.HIGHER);
        for (int n = 0; n < 60; n++) score(group, "player-number-" + n, n % 40);
        folds.fold(group, truth.keySet());
        boolean broke = true;
        for (int cut = 0; broke; cut++) {
            for (int n = 0; n < 4; n++)
                score(group, "player-number-" + (7 * cut + 31 * n) % 80, (cut * 13 + n) % 50);
            broke = breaks(group, cut);
            clock.pass(LEASE);
            if (cut % 2 == 0) folds.fold(group, List.of("player-number-1"));
            folds.fold(group, truth.keySet());
            compare(group);
        }
    }

    private boolean breaks(Group group, int calls) {
        world.dieAfter(calls);
        try {
            new Folds(aws, clock).fold(group, truth.keySet());
            return false;
        } catch (RuntimeException _) {
            return true;
        } finally {
            world.heal();
        }
    }

    @Test
    void whoeverHasBeenTakenOverCanNoLongerMakeABatchCount() {
        var group = group(Order.HIGHER);
        score(group, "ann", 1);
        folds.fold(group, truth.keySet());
        var ranks = new RankTable(aws);
        var claims = new ClaimTable(aws, clock);
        claims.claim(ranking(group));
        var seen = ranks.head(ranking(group), 1, true);
        clock.pass(LEASE);
        score(group, "ann", 2);
        folds.fold(group, truth.keySet());
        var late = seen.after(seen.tree(), seen.batch() + 1, NOON);
        assertThatThrownBy(() -> ranks.commit(ranking(group), 1, seen, late))
                .isInstanceOf(RankTable.Overtaken.class);
        compare(group);
    }

    @Test
    void manyFoldsAtOnceTakeTurns() {
        var group = group(Order.HIGHER);
        for (int n = 0; n < 60; n++) score(group, "player-number-" + n, n % 7);
        AtOnce.times(
                5,
                n -> {
                    new Folds(aws, InstantSource.system()).fold(group, some(n));
                    return n;
                });
        compare(group);
    }

    private Collection<String> some(int n) {
        var all = truth.keySet().stream().sorted().toList();
        return all.subList(n * 10, n * 10 + 20);
    }

    @Test
    void lostAnswersMakeNoDifference() {
        var group = group(Order.HIGHER);
        world.losingAnswers();
        for (int n = 0; n < 4; n++) score(group, "player-number-" + n, n % 2);
        folds.fold(group, truth.keySet());
        score(group, "player-number-1", 9);
        folds.fold(group, truth.keySet());
        compare(group);
    }

    @Test
    void aPlayerStandsInTheCountryOfTheLastScore() {
        var board = Board.of(new BoardId("cup"), "Cup").best().within(Scope.WORLD, Scope.COUNTRY);
        var group = new Group(board, board.period("all", NOON).orElseThrow(), false);
        profile("ann", "DE");
        profile("bob", "DE");
        score(group, "ann", 5);
        score(group, "bob", 7);
        folds.fold(group, List.of("ann", "bob"));
        assertThat(page(group, "country:DE")).containsExactly("1 bob", "2 ann");
        profile("bob", "FR");
        score(group, "bob", 8);
        folds.fold(group, List.of("bob"));
        assertThat(page(group, "country:DE")).containsExactly("1 ann");
        assertThat(page(group, "country:FR")).containsExactly("1 bob");
        assertThat(page(group, "world")).containsExactly("1 bob", "2 ann");
    }

    private List<String> page(Group group, String scope) {
        return standings.read(
                new Ranking(group.board(), group.period(), scope),
                List.of(),
                view ->
                        view.page(Optional.empty(), 10).stream()
                                .map(line -> line.rank() + " " + line.place().who())
                                .toList());
    }

    private void profile(String player, String country) {
        world.tables()
                .put(
                        "Players",
                        Map.of(
                                "pk", AttributeValue.fromS("PLAYER#" + player),
                                "sk", AttributeValue.fromS("PROFILE"),
                                "name", AttributeValue.fromS(player),
                                "country", AttributeValue.fromS(country)));
    }

    /// A hundred scores are a few calls, not a few each.
    @Test
    void aBatchIsFewCalls() {
        var group = group(Order.HIGHER);
        for (int n = 0; n < 100; n++) score(group, "player-number-" + n, n);
        int before = world.calls().size();
        folds.fold(group, truth.keySet());
        var calls = world.calls().subList(before, world.calls().size());
        assertThat(calls.stream().filter(call -> !call.endsWith("PutItem")).count())
                .isLessThanOrEqualTo(7);
    }
}

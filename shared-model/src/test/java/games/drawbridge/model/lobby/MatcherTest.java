package games.drawbridge.model.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatcherTest {
    private static final long NOW = 1_000_000;

    private static Mode mode(Object... more) {
        var settings = new HashMap<String, Object>(Map.of("play", "relay"));
        for (int n = 0; n < more.length; n += 2) settings.put((String) more[n], more[n + 1]);
        return Mode.of(new Settings(settings));
    }

    /// One player who has waited for so many seconds.
    private static Party one(String name, int skill, int waited) {
        return party(name, 1, skill, waited, null);
    }

    private static Party party(String name, int size, int skill, int waited, String role) {
        var members = new ArrayList<Party.Member>();
        for (int n = 0; n < size; n++)
            members.add(new Party.Member(new PlayerId(n == 0 ? name : name + n), role));
        return new Party(
                new PlayerId(name), members, skill, null, NOW - waited * 1_000L, 0, null, null);
    }

    private static List<Match> matches(Mode mode, Party... waiting) {
        return new Matcher(mode, List.of(waiting), NOW).matches(1_000);
    }

    private static List<String> names(Match match) {
        return match.parties().map(it -> it.leader().value()).sorted().toList();
    }

    @Test
    void whoHasWaitedLongestIsServedFirstWithTheNearest() {
        var made =
                matches(
                        mode("spread", 100),
                        one("a", 1000, 5),
                        one("b", 1090, 9),
                        one("c", 1150, 1));
        assertThat(made).hasSize(1);
        assertThat(names(made.getFirst())).containsExactly("b", "c");
        assertThat(made.getFirst().quality()).isEqualTo(Mode.quality(60));
    }

    @Test
    void thoseTooFarApartWaitUntilBothReachFarEnough() {
        var mode = mode("spread", 100, "widen", 20);
        assertThat(matches(mode, one("a", 1000, 5), one("b", 1200, 4))).isEmpty();
        assertThat(matches(mode, one("a", 1000, 60), one("b", 1200, 4))).isEmpty();
        assertThat(matches(mode, one("a", 1000, 5), one("b", 1200, 5))).hasSize(1);
    }

    @Test
    void aMatchIsAsGoodAsItsStrictestPlayerWants() {
        var mode = mode("spread", 1000, "quality", 80, "relax", 2);
        assertThat(matches(mode, one("a", 1000, 0), one("b", 1100, 0))).hasSize(1);
        assertThat(matches(mode, one("a", 1000, 0), one("b", 1101, 0))).isEmpty();
        assertThat(matches(mode, one("a", 1000, 30), one("b", 1300, 0))).isEmpty();
        assertThat(matches(mode, one("a", 1000, 30), one("b", 1300, 30))).hasSize(1);
    }

    @Test
    void aPartyStaysTogetherAndTeamsAreEven() {
        var mode = mode("size", 2, "spread", 1000);
        var made =
                matches(
                        mode,
                        party("pair", 2, 1100, 9, null),
                        one("a", 1000, 8),
                        one("b", 1200, 7));
        assertThat(made).hasSize(1);
        assertThat(made.getFirst().quality()).isEqualTo(100);
        assertThat(made.getFirst().teams()).anyMatch(team -> team.size() == 1);
        var even =
                matches(
                        mode,
                        one("a", 900, 4),
                        one("b", 1000, 3),
                        one("c", 1100, 2),
                        one("d", 1200, 1));
        assertThat(even.getFirst().teams())
                .as("best with worst")
                .anySatisfy(team ->
                        assertThat(team.stream().mapToInt(Party::skill)).contains(900, 1200));
    }

    @Test
    void partiesThatDoNotFillTheTeamsWait() {
        var mode = mode("size", 3, "spread", 1000);
        assertThat(
                        matches(
                                mode,
                                party("p", 2, 1000, 1, null),
                                party("q", 2, 1000, 1, null),
                                party("r", 2, 1000, 1, null)))
                .isEmpty();
    }

    @Test
    void eachTeamHasItsRoles() {
        var mode = mode("size", 2, "spread", 1000, "roles", List.of("healer:1"));
        assertThat(matches(mode, party("p", 2, 1000, 1, null), party("q", 2, 1000, 1, "healer")))
                .isEmpty();
        var made =
                matches(
                        mode,
                        party("a", 1, 900, 4, "healer"),
                        party("b", 1, 1200, 3, "healer"),
                        one("c", 1000, 2),
                        one("d", 1100, 1));
        assertThat(made).hasSize(1);
        for (var team : made.getFirst().teams())
            assertThat(team.stream().flatMap(it -> it.members().stream()).map(Party.Member::role))
                    .contains("healer");
    }

    @Test
    void regionsMeetOnlyThemselvesAndThoseWhoDoNotMind() {
        var mode = mode("spread", 1000);
        var eu = where("a", "eu", Map.of(), Map.of());
        var us = where("b", "us", Map.of(), Map.of());
        assertThat(matches(mode, eu, us)).isEmpty();
        assertThat(names(matches(mode, eu, us, one("c", 1300, 0)).getFirst()))
                .containsExactly("a", "c");
    }

    private static Party where(
            String name, String region, Map<String, Integer> latency, Map<String, String> more) {
        var members = one(name, 0, 0).members();
        return new Party(new PlayerId(name), members, 1000, region, NOW - 3, 0, latency, more);
    }

    @Test
    void threeWhoAreEachNearToEachOtherNeedOneRegionThatIsNearToAll() {
        var mode = mode("size", 1, "teams", 3, "latency", 50, "latencyWiden", 0);
        var ab = where("x", "", Map.of("a", 10, "b", 20, "c", 200), Map.of());
        var bc = where("y", "", Map.of("a", 200, "b", 40, "c", 30), Map.of());
        var ca = where("z", "", Map.of("a", 20, "b", 200, "c", 20), Map.of());
        assertThat(matches(mode, ab, bc, ca)).isEmpty();
        var anywhere = where("w", "", Map.of(), Map.of());
        assertThat(matches(mode, ab, bc, anywhere))
                .singleElement()
                .extracting(Match::region)
                .isEqualTo("b");
    }

    @Test
    void whoIsNewReachesFarther() {
        var mode = mode("spread", 100, "unsure", 50);
        var known = party("a", 1, 1300, 0, null);
        var unknown =
                new Party(
                        new PlayerId("b"),
                        one("b", 0, 0).members(),
                        1000,
                        null,
                        NOW,
                        333,
                        null,
                        null);
        assertThat(matches(mode, known, unknown)).as("166 points more").isEmpty();
        assertThat(matches(mode, party("a", 1, 1266, 0, null), unknown)).hasSize(1);
    }

    @Test
    void onlyWhoseAttributesAreEqualMeet() {
        var mode = mode("equal", List.of("map"));
        var waiting = new ArrayList<Party>();
        for (int n = 0; n < 40; n++)
            waiting.add(where("p" + n, "", Map.of(), Map.of("map", "m" + n % 20)));
        var made = Matcher.matches(mode, waiting, NOW, 100);
        assertThat(made).hasSize(20);
        assertThat(made)
                .allSatisfy(match ->
                        assertThat(match.parties().map(Party::attributes).distinct()).hasSize(1));
        assertThat(Matcher.matches(mode, waiting, NOW, 7)).hasSize(7);
    }

    /// Against all ways to pair up to ten players.
    @Test
    void itComesCloseToTheBestThatCouldBeDone() {
        var dice = new SplittableRandom(42);
        var mode = mode("spread", 60, "widen", 10);
        long made = 0;
        long best = 0;
        long quality = 0;
        long bestQuality = 0;
        for (int round = 0; round < 400; round++) {
            var waiting = new ArrayList<Party>();
            int players = 2 + dice.nextInt(9);
            for (int n = 0; n < players; n++)
                waiting.add(one("p" + n, 800 + dice.nextInt(400), dice.nextInt(20)));
            var matches = new Matcher(mode, waiting, NOW).matches(100);
            check(mode, waiting, matches);
            int[] oracle = oracle(mode, waiting, new boolean[players], 0);
            made += matches.size();
            best += oracle[0];
            quality += matches.stream().mapToInt(Match::quality).sum();
            bestQuality += oracle[1];
            assertThat(matches.size())
                    .as("at least half of the most")
                    .isGreaterThanOrEqualTo((oracle[0] + 1) / 2);
        }
        assertThat(made * 100 / best).as("percent of the most matches").isGreaterThanOrEqualTo(93);
        assertThat(quality * 100 / made)
                .as("mean quality, against %s", bestQuality * 100 / best)
                .isGreaterThanOrEqualTo(bestQuality * 100 / best - 200);
    }

    /// Every match is allowed, nobody is in two, and no two who are left could have met.
    private static void check(Mode mode, List<Party> waiting, List<Match> matches) {
        var left = new HashSet<>(waiting);
        for (var match : matches) {
            var parties = match.parties().toList();
            assertThat(left.removeAll(parties)).isTrue();
            assertThat(match.players()).doesNotHaveDuplicates().hasSize(mode.players());
            assertThat(Matcher.mayMeet(mode, parties.get(0), parties.get(1), NOW)).isTrue();
        }
        var rest = List.copyOf(left);
        for (int n = 0; n < rest.size(); n++)
            for (int m = n + 1; m < rest.size(); m++)
                assertThat(Matcher.mayMeet(mode, rest.get(n), rest.get(m), NOW)).isFalse();
    }

    /// The most matches, and of those ways the best quality in all.
    private static int[] oracle(Mode mode, List<Party> all, boolean[] taken, int from) {
        int first = from;
        while (first < taken.length && taken[first]) first++;
        if (first == taken.length) return new int[] {0, 0};
        taken[first] = true;
        int[] best = oracle(mode, all, taken, first + 1);
        for (int other = first + 1; other < taken.length; other++) {
            if (taken[other] || !Matcher.mayMeet(mode, all.get(first), all.get(other), NOW))
                continue;
            taken[other] = true;
            int[] rest = oracle(mode, all, taken, first + 1);
            int apart = Math.abs(all.get(first).skill() - all.get(other).skill());
            int[] with = {rest[0] + 1, rest[1] + Mode.quality(apart)};
            if (Arrays.compare(with, best) > 0) best = with;
            taken[other] = false;
        }
        taken[first] = false;
        return best;
    }

    @Test
    void eighteenThousandCostSomeNeighboursEach() {
        var dice = new SplittableRandom(7);
        var mode = mode("size", 4, "spread", 200, "widen", 20);
        var waiting =
                new ArrayList<>(
                        IntStream.range(0, 18_000)
                                .mapToObj(n ->
                                        one(
                                                "p" + n,
                                                1000 + (int) (dice.nextGaussian() * 300),
                                                dice.nextInt(60)))
                                .toList());
        var matcher = new Matcher(mode, waiting, NOW);
        var matches = matcher.matches(Integer.MAX_VALUE);
        assertThat(matcher.looked())
                .isLessThan(18_000L * (LobbyLimits.NEIGHBOURS + mode.players()));
        assertThat(matches.size()).as("of 2,250 that are possible").isGreaterThan(2_200);
        assertThat(matches.stream().mapToInt(Match::quality).average().orElseThrow())
                .isGreaterThan(95);
        Collections.shuffle(waiting, new Random(1));
        assertThat(new Matcher(mode, waiting, NOW).matches(Integer.MAX_VALUE))
                .as("the order of the queue's storage does not matter")
                .isEqualTo(matches);
    }
}

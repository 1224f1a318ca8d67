package games.drawbridge.model.events;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.leaderboard.BoardId;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventRulesTest {
    private static final Instant MONDAY = Instant.parse("2026-11-30T00:00:00Z");
    private static final Unit GOLD = new Unit("gold");
    private static final Expedition RACE =
            new Expedition(
                    "race",
                    "Race",
                    new BoardId("points"),
                    4,
                    List.of(new Expedition.Prize(GOLD, 10), new Expedition.Prize(GOLD, 5)));

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2026-11-22T23:59:59Z, coming
                    2026-11-23T00:00:00Z, sign-up
                    2026-11-29T23:59:59Z, sign-up
                    2026-11-30T00:00:00Z, running
                    2026-12-06T23:59:59Z, running
                    2026-12-07T00:00:00Z, counting
                    2026-12-07T00:59:59Z, counting
                    2026-12-07T01:00:00Z, over
                    """)
    void aRoundHasPhases(Instant now, String phase) {
        assertThat(Round.at(RACE, MONDAY).phase(now).text()).isEqualTo(phase);
    }

    @Test
    void aRoundIsFoundByItsId() {
        var round = Round.at(RACE, MONDAY.plusSeconds(99));
        assertThat(round.id()).isEqualTo("race.weekly-2026-11-30");
        assertThat(Round.named(RACE, round.id())).contains(round);
        assertThat(round.next().before()).isEqualTo(round);
        for (String id :
                List.of("race", "race.", "race.weekly-2026-12-01", "other.weekly-2026-11-30"))
            assertThat(Round.named(RACE, id)).as(id).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # clans, sizes of the groups
                    0,  ''
                    1,  1
                    2,  2
                    4,  4
                    5,  '2 3'
                    8,  '4 4'
                    9,  '3 3 3'
                    10, '3 3 4'
                    11, '3 4 4'
                    401, '3 4 4'
                    """)
    void nobodyIsLeftOver(int clans, String sizes) {
        var groups = Matching.groups(entrants(clans), 4);
        var got = groups.stream().map(List::size).map(String::valueOf).toList();
        assertThat(String.join(" ", got)).startsWith(sizes);
        assertThat(groups.stream().flatMap(List::stream).distinct()).hasSize(clans);
        if (clans > 1) assertThat(groups).allMatch(group -> group.size() > 1);
    }

    @Test
    void neighboursContend() {
        var groups = Matching.groups(entrants(8), 4);
        assertThat(groups.getFirst().stream().map(ClanId::value))
                .containsExactly("c7", "c6", "c5", "c4");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # scores of a, b, c, ranks
                    5 3 1, 'a1 b2 c3'
                    1 3 5, 'c1 b2 a3'
                    5 5 1, 'a1 b1 c3'
                    0 0 0, 'a1 b1 c1'
                    1 5 5, 'b1 c1 a3'
                    """)
    void equalsShareARank(String scores, String ranks) {
        String[] all = scores.split(" ");
        var by = new HashMap<ClanId, Long>();
        for (int n = 0; n < 3; n++)
            if (!all[n].equals("0"))
                by.put(new ClanId("abc".substring(n, n + 1)), Long.valueOf(all[n]));
        var group = List.of(new ClanId("c"), new ClanId("a"), new ClanId("b"));
        var got = Standing.of(group, by).stream().map(it -> it.clan().value() + it.rank()).toList();
        assertThat(String.join(" ", got)).isEqualTo(ranks);
    }

    @ParameterizedTest
    @CsvSource({"1,9,4,10", "2,9,4,5", "3,9,4,0", "1,0,4,0", "1,9,1,0"})
    void prizesAreForWhoEarnsThem(int rank, long score, int clans, long amount) {
        assertThat(RACE.prize(rank, score, clans).map(Expedition.Prize::amount).orElse(0L))
                .isEqualTo(amount);
    }

    private static List<Matching.Entrant> entrants(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> new Matching.Entrant(new ClanId("c" + n), n))
                .toList();
    }
}

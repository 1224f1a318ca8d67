package games.drawbridge.model.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {
    private static final List<Long> SCORES =
            List.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, -1L, 0L, 1L, 255L, 256L, Long.MAX_VALUE);

    @ParameterizedTest
    @EnumSource
    void keysSortByScoreThenTimeThenId(Order order) {
        var places = new ArrayList<Place>();
        for (long score : SCORES)
            for (long at : List.of(0L, 1L, 1_790_000_000_000L, (1L << 48) - 1))
                for (String who : List.of("ann", "anna", "bob"))
                    places.add(new Place(score, at, who));
        var byScore = Comparator.comparing(Place::score);
        var expected =
                places.stream()
                        .sorted(
                                (order == Order.HIGHER ? byScore.reversed() : byScore)
                                        .thenComparing(Place::at)
                                        .thenComparing(Place::who))
                        .toList();
        Collections.shuffle(places, new Random(1));
        places.sort(Comparator.comparing(order::key));
        assertThat(places).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void aKeyIsItsPlace(Order order) {
        for (long score : SCORES) {
            var place = new Place(score, 1_790_000_000_123L, "A_player-0123456789");
            assertThat(order.place(order.key(place))).isEqualTo(place);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFirstOfAScoreStandsBeforeAllWithItAndBehindAllBetterOnes(Order order) {
        for (long score : SCORES)
            for (long other : SCORES) {
                var key = order.key(new Place(other, 0, ""));
                assertThat(key.compareTo(order.first(score)) < 0)
                        .isEqualTo(order.better(other, score));
            }
    }
}

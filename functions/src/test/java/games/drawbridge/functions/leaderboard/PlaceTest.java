package games.drawbridge.functions.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.player.PlayerId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void itsTextSortsBestFirstThenEarliestThenById() {
        var places = new ArrayList<Place>();
        for (long score :
                List.of(Long.MAX_VALUE, 1_000L, 999L, 10L, 9L, 1L, 0L, -1L, Long.MIN_VALUE))
            for (long at : List.of(0L, 999L, 1_000L, 1_793_563_200_000L))
                for (String player : List.of("A", "a", "b"))
                    places.add(new Place(score, at, new PlayerId(player)));
        var byText = new ArrayList<>(places);
        Collections.shuffle(byText, new Random(1));
        byText.sort(Comparator.comparing(Place::text));
        assertThat(byText).isEqualTo(places);
    }

    @Test
    void aScoreBeginsBeforeAllItsEntriesAndAfterAllBetterOnes() {
        var better = new Place(8, Long.parseLong("9".repeat(13)), new PlayerId("zz"));
        var first = new Place(7, 0, new PlayerId("-"));
        assertThat(Place.before(7)).isGreaterThan(better.text()).isLessThan(first.text());
    }
}

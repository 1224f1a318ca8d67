package games.drawbridge.model.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import games.drawbridge.model.player.PlayerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RatingsTest {
    /// Published numbers have 25 in the middle.
    private static final double SCALE = 40;

    private static Placed team(int place, String... players) {
        var ids = new ArrayList<PlayerId>();
        for (var player : players) ids.add(new PlayerId(player));
        return new Placed(place, ids);
    }

    private static Rating published(double mu, double sigma) {
        return new Rating(SCALE * mu, SCALE * sigma);
    }

    private static void assertIs(Map<PlayerId, Rating> after, String who, double mu, double sigma) {
        var rating = after.get(new PlayerId(who));
        assertThat(rating.mean() / SCALE).as(who).isCloseTo(mu, within(1e-9));
        assertThat(rating.doubt() / SCALE).as(who).isCloseTo(sigma, within(1e-9));
    }

    /// As OpenSkill's documentation has it.
    @Test
    void twoTeamsOfTwoComeToWhatIsPublished() {
        var before =
                Map.of(
                        new PlayerId("a1"), published(25, 25 / 3.0),
                        new PlayerId("a2"), published(32.444, 5.123),
                        new PlayerId("b1"), published(43.381, 2.421),
                        new PlayerId("b2"), published(25.188, 6.211));
        var after = Ratings.counted(List.of(team(1, "a1", "a2"), team(2, "b1", "b2")), before::get);
        assertIs(after, "a1", 28.669648436582808, 8.071520788025197);
        assertIs(after, "a2", 33.83086971107981, 5.062772998705765);
        assertIs(after, "b1", 43.071274808241974, 2.4166900452721256);
        assertIs(after, "b2", 23.149503312339064, 6.1378606973362135);
    }

    @Test
    void twoNewcomersComeToWhatIsPublished() {
        var after = Ratings.counted(List.of(team(2, "b"), team(1, "a")), _ -> Rating.NEW);
        assertIs(after, "a", 27.63523138347365, 8.065506316323548);
        assertIs(after, "b", 22.36476861652635, 8.065506316323548);
    }

    @Test
    void aDrawBringsTwoNearerToEachOther() {
        var before =
                Map.of(new PlayerId("a"), new Rating(1_200, 100), new PlayerId("b"), Rating.NEW);
        var after = Ratings.after(List.of(team(1, "a"), team(1, "b")), before::get);
        assertThat(after.get(new PlayerId("a")).mean()).isLessThan(1_200);
        assertThat(after.get(new PlayerId("b")).mean()).isGreaterThan(1_000);
        assertThat(after.get(new PlayerId("b")).doubt()).isLessThan(Rating.NEW.doubt());
    }

    @Test
    void aNewcomerIsMovedFartherThanWhoIsKnown() {
        var before =
                Map.of(new PlayerId("old"), new Rating(1_000, 60), new PlayerId("new"), Rating.NEW);
        var after = Ratings.after(List.of(team(1, "new"), team(2, "old")), before::get);
        assertThat(after.get(new PlayerId("new")).mean() - 1_000)
                .isGreaterThan(10 * (1_000 - after.get(new PlayerId("old")).mean()));
    }

    /// Twenty players who differ play two thousand matches: in the end they stand in their order.
    @Test
    void ratingsFindWhoIsBetter() {
        var dice = new SplittableRandom(3);
        var ratings = new HashMap<PlayerId, Rating>();
        for (int n = 0; n < 2_000; n++) {
            int one = dice.nextInt(20);
            int other = (one + 1 + dice.nextInt(19)) % 20;
            boolean wins = dice.nextInt(100) < 50 + 4 * (one - other);
            var teams = List.of(team(wins ? 1 : 2, "p" + one), team(wins ? 2 : 1, "p" + other));
            ratings.putAll(
                    Ratings.after(teams, player -> ratings.getOrDefault(player, Rating.NEW)));
        }
        for (int n = 0; n + 5 < 20; n++)
            assertThat(ratings.get(new PlayerId("p" + n)).mean())
                    .as("player %s", n)
                    .isLessThan(ratings.get(new PlayerId("p" + (n + 5))).mean());
        assertThat(ratings.get(new PlayerId("p0")).doubt()).isBetween(20.0, 100.0);
    }
}

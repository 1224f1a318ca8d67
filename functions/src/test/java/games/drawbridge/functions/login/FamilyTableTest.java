package games.drawbridge.functions.login;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.SetClock;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.player.PlayerId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// How long a family lasts. Its dates lie ahead of us, where DynamoDB deletes nothing.
class FamilyTableTest {
    private static final World world = World.open();
    private static final PlayerId ANN = new PlayerId("ann");

    private final SetClock clock = new SetClock(Instant.parse("2040-01-01T00:00:00Z"));
    private final RandomText random = new RandomText(new SecureRandom());

    /// One that may open and one that may rotate.
    private final FamilyTable login = table("GuestLogin");

    private final FamilyTable refresh = table("RefreshSession");

    @Test
    void restsForThirtyDays() {
        var first = RefreshToken.first(random);
        login.open(first, ANN, null);
        clock.pass(Duration.ofDays(29));
        var second = next(first);
        assertThat(refresh.rotate(first, second)).contains(ANN);
        clock.pass(Duration.ofDays(30));
        assertThat(refresh.rotate(second, next(first))).isEmpty();
    }

    @Test
    void lastsForAYearHoweverOftenItIsUsed() {
        var token = RefreshToken.first(random);
        login.open(token, ANN, null);
        for (int use = 0; use < 18; use++) {
            clock.pass(Duration.ofDays(20));
            var next = next(token);
            assertThat(refresh.rotate(token, next)).contains(ANN);
            token = next;
        }
        clock.pass(Duration.ofDays(5));
        assertThat(refresh.rotate(token, next(token))).isEmpty();
    }

    private RefreshToken next(RefreshToken token) {
        return RefreshToken.next(token.family(), random);
    }

    private FamilyTable table(String function) {
        return new FamilyTable(new Aws(world.environment(function)), clock);
    }
}

package games.drawbridge.model.hall;

import static games.drawbridge.model.testkit.Game.given;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.chat.Words;
import games.drawbridge.model.hall.Hall.Announce;
import games.drawbridge.model.hall.Hall.Announced;
import games.drawbridge.model.hall.Hall.Ask;
import games.drawbridge.model.hall.Hall.Asked;
import games.drawbridge.model.hall.Hall.Event;
import games.drawbridge.model.hall.Hall.Help;
import games.drawbridge.model.hall.Hall.Helped;
import games.drawbridge.model.hall.Hall.Move;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Known.Door;
import games.drawbridge.model.testkit.Game;
import games.drawbridge.model.wallet.Unit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HallTest {
    private static final Hall HALL = new Hall(new Words(List.of("idiot")));
    private static final PlayerId ANN = new PlayerId("ann");

    private static Game<HallState, Move, Event> hall(String... members) {
        return given(HALL, members);
    }

    @Test
    void officersAnnounceAndTheNewestAreKept() {
        var hall = hall("ann", "bob");
        hall.when("bob", new Announce("me too")).denied("officers-only");
        hall.whenModerator("ann", new Announce("no idiot here"))
                .happens(new Announced("no ***** here"));
        for (int n = 1; n <= HallLimits.ANNOUNCEMENTS; n++)
            hall.whenModerator("ann", new Announce("no " + n));
        assertThat(hall.state().announcements()).hasSize(HallLimits.ANNOUNCEMENTS);
        assertThat(hall.state().announcements().getFirst().text()).isEqualTo("no 1");
    }

    @Test
    void whoAsksIsHelpedByEachOnce() {
        var hall = hall("ann", "bob", "cat");
        hall.when("ann", new Ask("wood, please")).happens(new Asked("wood, please"));
        hall.when("ann", new Help(1)).denied("your-own");
        hall.when("bob", new Help(1))
                .happens(new Helped(1))
                .causes(new Effect.Grant(ANN, new Unit("gold"), HallLimits.GOLD));
        hall.when("bob", new Help(1)).denied("helped-already");
        hall.when("bob", new Help(7)).denied("no-such-wish");
        hall.when("cat", new Help(1)).happens(new Helped(1));
        assertThat(hall.state().wishes().getFirst().helpers()).hasSize(2);
    }

    @Test
    void aWishIsOverWhenEnoughHaveHelpedOrADayHasPassed() {
        var hall = hall("ann", "b1", "b2", "b3", "b4", "b5", "b6").when("ann", new Ask("wood"));
        for (int n = 1; n <= HallLimits.HELPERS; n++)
            hall.when("b" + n, new Help(1)).happens(new Helped(1));
        hall.when("b6", new Help(1)).denied("no-such-wish");
        assertThat(hall.state().wishes()).isEmpty();
        hall.when("ann", new Ask("stone")).after(HallLimits.WISH);
        hall.when("b1", new Help(7)).denied("no-such-wish");
    }

    @Test
    void eachDayHasItsLimits() {
        var hall = hall("ann", "bob");
        for (int n = 1; n <= HallLimits.ASKED; n++)
            hall.when("ann", new Ask("no " + n)).happens(new Asked("no " + n));
        hall.when("ann", new Ask("more")).denied("asked-enough-today");
        hall.after(Duration.ofDays(1)).when("ann", new Ask("more")).happens(new Asked("more"));
        assertThat(hall.state().days()).containsOnlyKeys(ANN);
        assertThat(hall.state().wishes()).as("yesterday's are over").hasSize(1);
    }

    @Test
    void nobodyHelpsWithoutEnd() {
        var names = new String[HallLimits.HELPED / HallLimits.ASKED + 3];
        for (int n = 0; n < names.length; n++) names[n] = "p" + n;
        var hall = hall(names);
        int wishes = 0;
        for (int n = 1; n < names.length; n++)
            for (int m = 0; m < HallLimits.ASKED; m++) {
                hall.when(names[n], new Ask("help"));
                wishes++;
            }
        for (int wish = 1; wish <= HallLimits.HELPED; wish++)
            hall.when("p0", new Help(wish)).happens(new Helped(wish));
        assertThat(wishes).isGreaterThan(HallLimits.HELPED);
        hall.when("p0", new Help(HallLimits.HELPED + 1)).denied("helped-enough-today");
    }

    @Test
    void textHasALength() {
        var hall = hall("ann");
        hall.when("ann", new Ask("  ")).denied("empty");
        hall.when("ann", new Ask("x".repeat(HallLimits.TEXT + 1))).denied("too-long");
    }

    @Test
    void itIsForMembers() {
        assertThat(HALL.known("c1").orElseThrow().door()).isEqualTo(new Door.Members("c1"));
        assertThat(HALL.known("c1").orElseThrow().isOpen()).isFalse();
        assertThat(HALL.known("no clan")).isEmpty();
    }
}

package games.drawbridge.model.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.fleet.Step.Drain;
import games.drawbridge.model.fleet.Step.Start;
import games.drawbridge.model.fleet.Step.Stay;
import games.drawbridge.model.fleet.Step.Stop;
import games.drawbridge.model.room.Candidate.State;
import games.drawbridge.model.room.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetTest {

    /// A slot is `-` (not wanted), `?` (wanted, nobody there), or its state, rooms and busy
    /// percent: `ok/9/30`.
    @ParameterizedTest(name = "{0} of at least {1} -> {2} ({3})")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    - - -                       | 2 | Start n1         | nobody is there yet
                    ? - -                       | 2 | Start n2         | the minimum is made up at once
                    ? ? -                       | 2 | Stay WAITS       | both come
                    ok/1/5 ok/1/5 -             | 2 | Stay FITS        |
                    ok/9/41 ok/9/41 -           | 2 | Start n3         | busy on average
                    ok/9/41 ok/9/39 -           | 2 | Stay FITS        | just so
                    full/9/60 full/9/10 -       | 2 | Start n3         | no node takes rooms
                    ok/9/80 ok/9/80 ?           | 2 | Stay EXHAUSTED   | all slots are in use
                    ok/9/80 ok/9/80 ? ? -       | 2 | Stay WAITS       | two come already
                    ok/9/80 ok/9/80 ? -         | 2 | Start n4         | one that never comes holds up nobody
                    ok/9/80 ok/9/80             | 2 | Stay EXHAUSTED   | somebody has to add slots
                    ok/9/80 drain/9/80          | 1 | Stay WAITS       | a slot becomes free soon
                    ok/5/10 ok/2/10 ok/3/10     | 2 | Drain n2         | the emptiest goes
                    ok/5/13 ok/2/13 ok/3/14     | 2 | Stay FITS        | the others would not stay quiet
                    ok/5/10 ok/2/10             | 2 | Stay FITS        | the minimum stays
                    ok/5/10 drain/2/10 ok/3/10  | 1 | Stay WAITS       | one at a time
                    ok/5/10 drain/0/0 ok/3/10   | 2 | Stop n2          | it has no rooms any more
                    ok/5/10 drain/0/0           | 2 | Stop n2          | an emptied node begins anew, its slot being the only one
                    ok/5/10 drain/0/0 -         | 2 | Start n3         | first another
                    ok/5/10 drain/1/0 -         | 1 | Stay WAITS       | one room is one too many
                    ok/5/10 ok/2/1 ?            | 1 | Stay WAITS       | nothing shrinks while something comes
                    """)
    void aFleetFollowsItsLoad(String slots, int minimum, String step, String why) {
        assertThat(text(new Fleet(slots(slots), minimum).step())).as(why).isEqualTo(step);
    }

    private static List<Slot> slots(String text) {
        var slots = new ArrayList<Slot>();
        for (String each : text.split(" ")) {
            var node = new NodeId("n" + (slots.size() + 1));
            var parts = each.split("/");
            slots.add(
                    new Slot(
                            node,
                            !each.equals("-"),
                            parts.length < 3
                                    ? Optional.empty()
                                    : Optional.of(
                                            new Beat(
                                                    State.of(parts[0]),
                                                    Long.parseLong(parts[1]),
                                                    0,
                                                    Integer.parseInt(parts[2])))));
        }
        return slots;
    }

    private static String text(Step step) {
        return switch (step) {
            case Start(var node) -> "Start " + node;
            case Drain(var node) -> "Drain " + node;
            case Stop(var node) -> "Stop " + node;
            case Stay(var why) -> "Stay " + why;
        };
    }

    /// Days of a fleet whose load goes up and down, whose nodes start slowly and sometimes die.
    @Test
    void overManyDaysNoNodeIsStoppedWithRoomsAndTheFleetFollows() {
        for (int seed = 0; seed < 50; seed++) {
            var days = new Days(seed);
            for (int minute = 0; minute < 2 * 24 * 60; minute++) days.minute(minute);
            assertThat(days.stops).as("seed %s", seed).isPositive();
            assertThat(days.most).isGreaterThan(5).isLessThanOrEqualTo(12);
            assertThat(days.starts).as("no to and fro").isLessThan(120);
        }
    }

    private static final class Days {
        private static final int SLOTS = 12;
        private static final int MINIMUM = 3;

        private final Random dice;
        private final boolean[] wanted = new boolean[SLOTS];
        private final int[] age = new int[SLOTS];
        private final boolean[] draining = new boolean[SLOTS];
        private final long[] rooms = new long[SLOTS];
        private int stops;
        private int starts;
        private long most;

        Days(long seed) {
            dice = new Random(seed);
        }

        void minute(int minute) {
            // the evening is twenty times the night; a hundred rooms are a busy percent
            double load = 30 + 270 * Math.pow(Math.sin(minute * Math.PI / (24 * 60)), 2);
            var fleet = new Fleet(slots(load), MINIMUM);
            most = Math.max(most, fleet.serving());
            if (minute > 60) assertThat(fleet.serving()).isGreaterThanOrEqualTo(MINIMUM - 1);
            apply(fleet.step());
            for (int i = 0; i < SLOTS; i++) {
                if (wanted[i]) age[i]++;
                if (draining[i]) rooms[i] = Math.max(0, rooms[i] - 700);
                if (wanted[i] && dice.nextInt(5_000) == 0) restart(i);
            }
        }

        private void apply(Step step) {
            switch (step) {
                case Start(var node) -> {
                    wanted[index(node)] = true;
                    restart(index(node));
                    starts++;
                }
                case Drain(var node) -> draining[index(node)] = true;
                case Stop(var node) -> {
                    assertThat(draining[index(node)]).isTrue();
                    assertThat(rooms[index(node)]).isZero();
                    wanted[index(node)] = false;
                    stops++;
                }
                case Stay _ -> {}
            }
        }

        private void restart(int slot) {
            age[slot] = 0;
            draining[slot] = false;
            rooms[slot] = 0;
        }

        private static int index(NodeId node) {
            return Integer.parseInt(node.value().substring(1)) - 1;
        }

        private List<Slot> slots(double load) {
            int serving = 0;
            for (int i = 0; i < SLOTS; i++) if (wanted[i] && age[i] >= 2 && !draining[i]) serving++;
            var slots = new ArrayList<Slot>();
            for (int i = 0; i < SLOTS; i++) {
                boolean lives = wanted[i] && age[i] >= 2;
                int busy = draining[i] || serving == 0 ? 0 : (int) Math.min(100, load / serving);
                if (lives && !draining[i]) rooms[i] = 100L * busy;
                var state = draining[i] ? State.DRAIN : busy > 50 ? State.FULL : State.OK;
                slots.add(
                        new Slot(
                                new NodeId("n" + (i + 1)),
                                wanted[i],
                                lives
                                        ? Optional.of(new Beat(state, rooms[i], rooms[i], busy))
                                        : Optional.empty()));
            }
            return slots;
        }
    }
}

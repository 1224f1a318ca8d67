package games.drawbridge.realtime.bus;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusTest {
    private static final long SECOND = 1_000_000_000;

    private final LossyPubSub server = new LossyPubSub();
    private final Heard ann = new Heard("ann");
    private final Heard bob = new Heard("bob");
    private long now = 1;

    /// A node that notes what it hears.
    private final class Heard implements Bus.Listener {
        final Address address;
        final Bus bus;
        final List<String> notes = new ArrayList<>();

        Heard(String name) {
            address = new Address(new NodeId(name), "1");
            bus = new Bus(address, server, Runnable::run, () -> now);
            bus.start(this);
        }

        @Override
        public void heard(Address from, Json body) {
            notes.add(body.text());
        }

        @Override
        public void missed(Address peer) {
            notes.add("missed " + peer.node());
        }

        @Override
        public void silent(Address peer) {
            notes.add("silent " + peer.node());
        }

        void says(Heard to, String body) {
            bus.send(to.address, new Json(body));
        }
    }

    private void seconds(int count) {
        for (int i = 0; i < count; i++) {
            now += SECOND;
            ann.bus.beat();
            bob.bus.beat();
        }
    }

    @Test
    void whatIsSaidArrivesInOrderAsItWasWritten() {
        ann.says(bob, "{ \"pi\": 3.140 }");
        ann.says(bob, "{}");
        seconds(10);
        assertThat(bob.notes).containsExactly("{ \"pi\": 3.140 }", "{}");
        assertThat(ann.notes).isEmpty();
    }

    @Test
    void aNodeHearsItself() {
        ann.says(ann, "{}");
        server.away(true);
        ann.says(ann, "[]");
        assertThat(ann.notes).containsExactly("{}", "[]");
    }

    @Test
    void aLossIsNoticedByWhatFollows() {
        ann.says(bob, "1");
        server.lose(2);
        ann.says(bob, "2");
        ann.says(bob, "3");
        ann.says(bob, "4");
        assertThat(bob.notes).containsExactly("1", "missed ann", "4");
    }

    @Test
    void manyLossesOfOneSecondAreToldTwice() {
        ann.says(bob, "1");
        for (int i = 0; i < 50; i++) {
            server.lose(1);
            ann.says(bob, "lost");
            ann.says(bob, "2");
        }
        assertThat(bob.notes).containsOnlyOnce("missed ann");
        seconds(1);
        assertThat(bob.notes).endsWith("2", "missed ann");
        seconds(10);
        assertThat(bob.notes.stream().filter("missed ann"::equals)).hasSize(2);
    }

    @Test
    void aLossThatNothingFollowsIsNoticedByTheNextBeat() {
        ann.says(bob, "1");
        server.lose(1);
        ann.says(bob, "2");
        assertThat(bob.notes).containsExactly("1");
        seconds(1);
        assertThat(bob.notes).containsExactly("1", "missed ann");
    }

    @Test
    void evenTheFirstWordMayBeLost() {
        server.lose(1);
        ann.says(bob, "1");
        seconds(1);
        assertThat(bob.notes).containsExactly("missed ann");
    }

    @Test
    void aPeerThatSaysNothingIsSilentAndThenMissed() {
        ann.says(bob, "1");
        for (int i = 0; i < 4; i++) {
            now += SECOND;
            bob.bus.beat();
        }
        assertThat(bob.notes).containsExactly("1", "silent ann");
        assertThat(bob.bus.reaches(ann.address)).isFalse();
        seconds(1);
        assertThat(bob.notes).containsExactly("1", "silent ann", "missed ann");
        assertThat(bob.bus.reaches(ann.address)).isTrue();
    }

    @Test
    void aPeerThatNobodyCanReachIsSilentAtOnce() {
        ann.says(bob, "1");
        server.unplug(bob.address);
        ann.says(bob, "2");
        assertThat(ann.notes).containsExactly("silent bob");
    }

    @Test
    void withoutTheServerNobodyIsReachedAndThenEverybodyIsMissed() {
        ann.says(bob, "1");
        bob.says(ann, "1");
        server.away(true);
        seconds(4);
        assertThat(ann.notes).containsExactly("1", "silent bob");
        assertThat(ann.bus.reaches(bob.address)).isFalse();
        assertThat(ann.bus.reaches(new Address(new NodeId("new"), "1"))).isFalse();
        server.away(false);
        seconds(2);
        assertThat(ann.notes).contains("missed bob").doesNotContain("silent ann");
        assertThat(ann.bus.reaches(bob.address)).isTrue();
    }

    @Test
    void allPlayersOfAFullNodeMayEnterAgainAtOnce() {
        int players = 50_000;
        var join = "{\"join\":\"" + "x".repeat(300) + "\"}";
        server.slow(true);
        for (int i = 0; i < players; i++) ann.says(bob, join);
        server.slow(false);
        assertThat(bob.notes).hasSize(players).doesNotContain("missed ann");
    }

    @Test
    void whatTheServerDoesNotTakeIsBounded() {
        ann.says(bob, "1");
        server.away(true);
        for (int i = 0; i < BusLimits.WAITING + 10; i++) ann.says(bob, "2");
        server.away(false);
        ann.says(bob, "3");
        seconds(1);
        assertThat(bob.notes.getFirst()).isEqualTo("1");
        assertThat(bob.notes).contains("missed ann");
    }

    @Test
    void othersMayWriteNonsenseToAChannel() {
        for (var text : List.of("", "[]", "{}", "null", "{\"from\":\"x\",\"n\":1}", "{\"n\":1}"))
            server.publish(bob.address.channel(), text);
        assertThat(bob.notes).isEmpty();
    }
}

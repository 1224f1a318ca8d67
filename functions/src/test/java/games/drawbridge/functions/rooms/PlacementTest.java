package games.drawbridge.functions.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final RoomId ROOM = new RoomId("r1");

    @Test
    void aRoomGoesToANodeThatTakesIt() {
        var node = node(false);
        assertThat(Placement.choose(ROOM, "relay", 1, List.of(node))).isEqualTo(node.candidate());
    }

    @Test
    void withoutSuchANodeThereIsNone() {
        for (var alive : List.of(List.of(node(true)), List.<Node>of()))
            assertThatThrownBy(() -> Placement.choose(ROOM, "relay", 1, alive))
                    .hasMessageStartingWith("503 no-node");
        assertThatThrownBy(() -> Placement.choose(ROOM, "relay", 2, List.of(node(false))))
                .hasMessageStartingWith("503 no-node");
    }

    @Test
    void aNodeIsAliveForFourSecondsAfterItsBeat() {
        var node = node(false);
        var now = node.beatAt();
        assertThat(node.beatWithin(RoomLimits.BEAT, now.minusSeconds(1))).isTrue();
        assertThat(node.beatWithin(RoomLimits.BEAT, now.plusMillis(3_999))).isTrue();
        assertThat(node.beatWithin(RoomLimits.BEAT, now.plusMillis(4_000))).isFalse();
    }

    private static Node node(boolean draining) {
        var candidate =
                new Candidate(
                        new NodeId("n1"),
                        "g1",
                        0,
                        draining ? Candidate.State.DRAIN : Candidate.State.OK,
                        null);
        return new Node(candidate, Instant.now(), 0, 0);
    }
}

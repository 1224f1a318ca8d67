package games.drawbridge.functions.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacementTest {

    @Test
    void aRoomIsPlacedTheSameWhoeverAsks() {
        var nodes = new ArrayList<>(nodes(8));
        var first = Placement.choose(new RoomId("r1"), nodes);
        assertThat(Placement.choose(new RoomId("r1"), nodes.reversed())).isEqualTo(first);
    }

    @Test
    void roomsSpreadOverAllNodes() {
        var count = new HashMap<NodeId, Integer>();
        for (int n = 0; n < 4_000; n++)
            count.merge(Placement.choose(new RoomId("r" + n), nodes(4)).id(), 1, Integer::sum);
        assertThat(count.values()).hasSize(4).allMatch(rooms -> rooms > 800 && rooms < 1_200);
    }

    @Test
    void aLostNodesRoomsGoToAllOthersAndTheOthersStay() {
        var all = nodes(5);
        var lost = all.getFirst();
        var left = all.subList(1, 5);
        var heirs =
                IntStream.range(0, 1_000)
                        .mapToObj(n -> new RoomId("r" + n))
                        .filter(room -> Placement.choose(room, all).equals(lost))
                        .map(room -> Placement.choose(room, left).id())
                        .collect(Collectors.toSet());
        assertThat(heirs).hasSize(4);
        for (int n = 0; n < 1_000; n++) {
            var room = new RoomId("r" + n);
            var before = Placement.choose(room, all);
            if (!before.equals(lost)) assertThat(Placement.choose(room, left)).isEqualTo(before);
        }
    }

    @Test
    void ofTwoCandidatesTheEmptierIsChosen() {
        var even = nodes(2);
        var room = new RoomId("r1");
        var usual = Placement.choose(room, even);
        var crowded =
                even.stream().map(node -> node.equals(usual) ? node(node.id(), 9) : node).toList();
        assertThat(Placement.choose(room, crowded)).isNotEqualTo(usual);
    }

    @Test
    void aDrainingNodeTakesNoRoom() {
        var draining = new Node(new NodeId("n1"), "g1", true, Instant.now(), 0, 0);
        assertThatThrownBy(() -> Placement.choose(new RoomId("r1"), List.of(draining)))
                .hasMessageStartingWith("503 no-node");
        assertThatThrownBy(() -> Placement.choose(new RoomId("r1"), List.of()))
                .hasMessageStartingWith("503 no-node");
    }

    @Test
    void aNodeIsAliveForFourSecondsAfterItsBeat() {
        var now = Instant.now();
        var node = new Node(new NodeId("n1"), "g1", false, now, 0, 0);
        assertThat(node.beatWithin(RoomLimits.BEAT, now.minusSeconds(1))).isTrue();
        assertThat(node.beatWithin(RoomLimits.BEAT, now.plusMillis(3_999))).isTrue();
        assertThat(node.beatWithin(RoomLimits.BEAT, now.plusMillis(4_000))).isFalse();
    }

    private static List<Node> nodes(int count) {
        return IntStream.range(0, count).mapToObj(n -> node(new NodeId("n" + n), 0)).toList();
    }

    private static Node node(NodeId id, long rooms) {
        return new Node(id, "g1", false, Instant.now(), rooms, 0);
    }
}

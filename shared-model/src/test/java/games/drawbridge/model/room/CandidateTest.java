package games.drawbridge.model.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.model.room.Candidate.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CandidateTest {

    @Test
    void aRoomRanksTheNodesTheSameWhoeverAsks() {
        var nodes = new ArrayList<>(nodes(8));
        assertThat(best("r1", nodes)).hasSize(3).isEqualTo(best("r1", nodes.reversed()));
    }

    /// Whoever ranks otherwise moves rooms about.
    @Test
    void theRankIsTheHashOfRoomAndNode() {
        assertThat(names(best("r1", nodes(6)))).containsExactly("n0", "n4", "n3");
        assertThat(names(best("r2", nodes(6)))).containsExactly("n0", "n2", "n5");
    }

    @Test
    void roomsSpreadOverAllNodes() {
        var count = new HashMap<NodeId, Integer>();
        for (int n = 0; n < 4_000; n++)
            count.merge(first("r" + n, nodes(4)).node(), 1, Integer::sum);
        assertThat(count.values()).hasSize(4).allMatch(rooms -> rooms > 800 && rooms < 1_200);
    }

    @Test
    void aLostNodesRoomsGoToAllOthersAndTheOthersStay() {
        var all = nodes(5);
        var lost = all.getFirst();
        var left = all.subList(1, 5);
        var heirs =
                IntStream.range(0, 1_000)
                        .mapToObj(n -> "r" + n)
                        .filter(room -> first(room, all).equals(lost))
                        .map(room -> first(room, left))
                        .collect(Collectors.toSet());
        assertThat(heirs).hasSize(4);
        for (int n = 0; n < 1_000; n++) {
            var before = first("r" + n, all);
            if (!before.equals(lost)) assertThat(first("r" + n, left)).isEqualTo(before);
        }
    }

    @Test
    void ofTheFirstTwoTheEmptierComesFirst() {
        var nodes =
                List.of(node("n0", 9, State.OK), node("n4", 3, State.OK), node("n3", 0, State.OK));
        assertThat(names(best("r1", nodes))).containsExactly("n4", "n0", "n3");
    }

    @Test
    void aDrainingNodeTakesNoRoom() {
        assertThat(best("r1", List.of(node("n1", 0, State.DRAIN)))).isEmpty();
        assertThat(best("r1", List.of())).isEmpty();
    }

    @Test
    void aFullNodeTakesNoNewRoomAndOthersOnlyIfNobodyElseDoes() {
        var full = node("n1", 0, State.FULL);
        var free = node("n2", 9, State.OK);
        assertThat(best("r1", List.of(full))).isEmpty();
        assertThat(heirs(full, node("n3", 0, State.DRAIN))).containsExactly("n1");
        assertThat(heirs(full, free)).containsExactly("n2");
    }

    private static List<String> heirs(Candidate... nodes) {
        return names(Candidate.heirs(new RoomId("r1"), "duel", 1, List.of(nodes)));
    }

    @Test
    void aNodeTakesTheRoomsWhoseVersionItKnows() {
        var nodes =
                List.of(
                        knowing("silent", null),
                        knowing("old", Map.of("duel", new Versions(1, 1))),
                        knowing("both", Map.of("duel", new Versions(1, 2))),
                        knowing("new", Map.of("duel", new Versions(2, 2))),
                        knowing("other", Map.of("chess", new Versions(1, 9))));
        assertThat(names(Candidate.best(new RoomId("r1"), "duel", 1, nodes)))
                .containsExactlyInAnyOrder("silent", "old", "both");
        assertThat(names(Candidate.best(new RoomId("r1"), "duel", 2, nodes)))
                .containsExactlyInAnyOrder("both", "new");
        assertThat(Candidate.best(new RoomId("r1"), "duel", 3, nodes)).isEmpty();
    }

    @Test
    void versionsAreAPairInJson() throws Exception {
        var json = new ObjectMapper();
        assertThat(json.writeValueAsString(new Versions(1, 2))).isEqualTo("[1,2]");
        assertThat(json.readValue("[1,2]", Versions.class)).isEqualTo(new Versions(1, 2));
    }

    private static Candidate first(String room, List<Candidate> nodes) {
        return best(room, nodes).getFirst();
    }

    private static List<Candidate> best(String room, List<Candidate> nodes) {
        return Candidate.best(new RoomId(room), "duel", 1, nodes);
    }

    private static List<String> names(List<Candidate> nodes) {
        return nodes.stream().map(node -> node.node().value()).toList();
    }

    private static List<Candidate> nodes(int count) {
        return IntStream.range(0, count).mapToObj(n -> node("n" + n, 0, State.OK)).toList();
    }

    private static Candidate node(String id, long rooms, State state) {
        return new Candidate(new NodeId(id), "g1", rooms, state, null);
    }

    private static Candidate knowing(String id, @Nullable Map<String, Versions> kinds) {
        return new Candidate(new NodeId(id), "g1", 0, State.OK, kinds);
    }
}

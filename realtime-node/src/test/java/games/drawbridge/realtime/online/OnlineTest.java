package games.drawbridge.realtime.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OnlineTest {
    private static final PlayerId ANN = new PlayerId("ann");
    private static final List<RoomId> ROOM = List.of(new RoomId("r1"));

    private final Map<PlayerId, List<RoomId>> connected = new HashMap<>();
    private final List<String> writes = new ArrayList<>();
    private Set<PlayerId> reachable = Set.of();
    private boolean broken = false;
    private final Online online =
            new Online(
                    () -> Map.copyOf(connected),
                    (player, rooms) -> write("put " + player + " " + rooms),
                    player -> write("remove " + player),
                    players -> reachable = Set.copyOf(players));

    private void write(String what) {
        if (broken) throw new IllegalStateException("no table");
        writes.add(what);
    }

    @Test
    void onlyWhatChangesIsWritten() {
        connected.put(ANN, List.of());
        online.look();
        online.look();
        connected.put(ANN, ROOM);
        online.look();
        online.look();
        connected.clear();
        online.look();
        online.look();
        assertThat(writes).containsExactly("put ann []", "put ann [r1]", "remove ann");
    }

    @Test
    void whatFailsIsTriedAgain() {
        connected.put(ANN, ROOM);
        broken = true;
        assertThatThrownBy(online::look);
        broken = false;
        online.look();
        connected.clear();
        broken = true;
        assertThatThrownBy(online::look);
        broken = false;
        online.look();
        assertThat(writes).containsExactly("put ann [r1]", "remove ann");
    }

    @Test
    void whoseRowStandsCanBeReached() {
        var bob = new PlayerId("bob");
        connected.put(ANN, List.of());
        online.look();
        assertThat(reachable).isEqualTo(Set.of(ANN));
        connected.put(bob, ROOM);
        broken = true;
        assertThatThrownBy(online::look);
        assertThat(reachable).isEqualTo(Set.of(ANN));
        broken = false;
        online.look();
        assertThat(reachable).isEqualTo(Set.of(ANN, bob));
        connected.remove(ANN);
        online.look();
        assertThat(reachable).isEqualTo(Set.of(bob));
    }

    @Test
    void manyWhoComeAtOnceTakeSomeLooks() {
        for (int n = 0; n < 1_200; n++) connected.put(new PlayerId("p" + n), ROOM);
        online.look();
        assertThat(writes).hasSize(OnlineLimits.ROWS);
        online.look();
        online.look();
        online.look();
        assertThat(writes).hasSize(1_200).doesNotHaveDuplicates();
    }
}

package games.drawbridge.realtime.relay;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Terms;
import games.drawbridge.realtime.room.Position;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A relay and an owner that the test plays, on a bus that loses what the test wants lost.
class RelayedRoomTest {
    private static final String JOINED =
            "{\"t\":\"joined\",\"room\":\"r1\",\"kind\":\"relay\",\"mode\":\"%s\",\"epoch\":%d,\"seq\":%d,\"members\":[],\"lastMove\":0}";
    private static final String EVENT =
            "{\"t\":\"event\",\"room\":\"r1\",\"seq\":%d,\"epoch\":1,\"at\":1,\"by\":\"%s\",\"id\":%d,\"body\":{ \"pi\": 3.140 }}";

    private final Relaying world = new Relaying();
    private final RoomId room = new RoomId("r1");
    private final Relaying.Player ann = new Relaying.Player(new PlayerId("ann"));

    private void enter() {
        world.entrance().join(ann, null);
        world.tell(joined("fresh", 1, 0));
        assertThat(world.asked()).containsExactly("join r1 1 fresh");
        assertThat(ann.heard()).containsExactly(joined("fresh", 1, 0));
    }

    private static String joined(String mode, long epoch, long seq) {
        return JOINED.formatted(mode, epoch, seq);
    }

    private static String event(long seq, String by, long id) {
        return EVENT.formatted(seq, by, id);
    }

    private void move(long id) {
        world.entrance().move(ann, id, new Json("{}"));
    }

    @Test
    void framesArriveByteForByte() {
        enter();
        world.tell(event(1, "bob", 1));
        assertThat(ann.heard()).containsExactly(event(1, "bob", 1));
        assertThat(world.entrance().head()).isEqualTo(1);
    }

    @Test
    void allWhoHaveASeatThereMayComeFromOneNode() {
        var players =
                IntStream.range(0, Terms.MOST_SEATS)
                        .mapToObj(n -> new Relaying.Player(new PlayerId("p" + n)))
                        .toList();
        for (var player : players) world.entrance().join(player, null);
        assertThat(players).allMatch(player -> player.heard().isEmpty());
        assertThat(world.asked()).hasSize(Terms.MOST_SEATS);
        world.entrance().join(ann, null);
        assertThat(ann.heard()).singleElement().asString().contains("\"busy\"");
    }

    @Test
    void whatWasMissedIsAskedForFromWhereThePlayerIs() {
        enter();
        world.tell(event(1, "ann", 1));
        move(2);
        move(3);
        world.tell(event(2, "ann", 2));
        world.asked();
        world.server.lose(1);
        world.tell(event(3, "ann", 3));
        world.second();
        assertThat(world.asked()).containsExactly("join r1 1 again 1-2", "move 3");
        world.tell(joined("resumed", 1, 3));
        world.tell(event(3, "ann", 3));
        world.miss();
        assertThat(world.asked()).as("all is answered").containsExactly("join r1 1 again 1-3");
    }

    @Test
    void anOwnerThatMissedSomethingIsAskedAgain() {
        enter();
        world.server.lose(1);
        move(1);
        world.second();
        world.tellAgain();
        assertThat(world.asked()).contains("join r1 1 again 1-0", "move 1");
    }

    @Test
    void whoIsSlowAgreesWithTheOwnerWhereToGoOn() {
        enter();
        world.tell(event(1, "bob", 1));
        world.entrance().behind(ann);
        world.tell(event(2, "bob", 2));
        world.entrance().drained(ann, 1);
        assertThat(world.asked()).containsExactly("behind", "drained 1");
    }

    @Test
    void whoIsSlowWhileTheRelayEntersAgainEntersOnceMore() {
        enter();
        world.tell(event(1, "bob", 1));
        world.entrance().behind(ann);
        world.asked();
        world.miss();
        world.tell(joined("resumed", 1, 2));
        world.tell(event(2, "bob", 2));
        assertThat(world.asked()).containsExactly("join r1 1 again 1-1");
        world.entrance().drained(ann, 1);
        assertThat(world.asked()).containsExactly("join r1 1 again 1-1");
    }

    @Test
    void whoLeavesAndComesBackIsANewVisitor() {
        enter();
        world.entrance().leave(ann);
        world.entrance().join(ann, null);
        assertThat(world.asked()).containsExactly("leave", "join r1 2 fresh");
        world.tell("{\"t\":\"member\",\"room\":\"r1\",\"player\":\"ann\",\"status\":\"left\"}");
        assertThat(world.asked()).containsExactly("gone");
        world.tellTo(2, joined("fresh", 1, 0));
        assertThat(ann.heard()).hasSize(2);
        world.miss();
        assertThat(world.asked()).containsExactly("join r1 2 again 1-0");
    }

    @Test
    void whoIsRefusedIsForgotten() {
        world.entrance().join(ann, null);
        world.tell("{\"t\":\"error\",\"code\":\"full\",\"room\":\"r1\"}");
        assertThat(world.asked()).containsExactly("join r1 1 fresh", "gone");
        world.miss();
        assertThat(world.asked()).isEmpty();
        move(1);
        assertThat(ann.heard().getLast()).contains("not-seated");
    }

    @Test
    void withoutTheServerItIsBusyAndThenItComesBack() {
        enter();
        move(1);
        world.asked();
        world.server.away(true);
        world.seconds(5);
        assertThat(ann.heard()).singleElement().asString().contains("\"busy\"");
        move(2);
        assertThat(ann.heard().getFirst()).contains("\"deny\"", "\"busy\"", "\"retryIn\"");
        move(1);
        assertThat(ann.heard()).as("nobody knows what became of it").isEmpty();
        world.entrance().join(ann, new Position(1, 0));
        assertThat(ann.heard().getFirst()).contains("\"error\"", "\"busy\"");
        world.server.away(false);
        world.seconds(2);
        assertThat(world.asked()).contains("join r1 1 again 1-0", "move 1");
    }

    @Test
    void aRoomThatIsLostIsEnteredAgainAtItsNextOwner() {
        enter();
        world.moveRoom(2);
        world.tellLost(room);
        world.tell(event(1, "bob", 1));
        assertThat(ann.heard()).as("an earlier owner is not listened to").isEmpty();
        assertThat(world.askedNext()).containsExactly("join r1 1 again 1-0");
    }
}

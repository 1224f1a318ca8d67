package games.drawbridge.it;

import static games.drawbridge.it.Players.create;
import static games.drawbridge.it.Players.enter;
import static games.drawbridge.it.Players.guest;
import static games.drawbridge.it.Players.join;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.Account;
import games.drawbridge.local.process.Signal;
import org.junit.jupiter.api.Test;

/// Support ends a room: one that is played, one that nobody ever opened, and one whose node is
/// dead.
class CloseRoomTest {

    private static int close(String room) {
        String path = "/v1/admin/rooms/" + room + "/close";
        return TheWorld.api().post(path, Players.admin(), "{\"reason\":\"a test\"}").status();
    }

    private static String room(JsonNode seat) {
        return seat.get("room").asText();
    }

    private static void becomesOver(String room, Account who) {
        String card = "/v1/rooms/" + room;
        Await.until(() ->
                TheWorld.api().get(card, who.token()).ok().get("status").asText().equals("over"));
    }

    @Test
    void playersAreTurnedOutAndNobodyWins() {
        var ann = guest();
        var seat = create(ann, "four-in-a-row");
        String room = room(seat);
        try (var red = enter(seat);
                var yellow = enter(join(guest(), seat))) {
            red.move(1, "{\"drop\":3}");
            yellow.socket().next("event");
            assertThat(close(room)).isEqualTo(202);
            assertThat(red.socket().closeCode()).isEqualTo(4410);
            assertThat(yellow.socket().closeCode()).isEqualTo(4410);
        }
        becomesOver(room, ann);
        assertThat(close(room)).isEqualTo(409);
        assertThat(Books.prizesOf(room)).isEmpty();
        var log = TheWorld.api().get("/v1/rooms/" + room + "/log", ann.token()).ok();
        assertThat(log.get("over").asBoolean()).isTrue();
        assertThat(log.get("events")).hasSize(1);
        var again = TheWorld.api().post("/v1/rooms/" + room + "/join", ann.token(), "{}");
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void aRoomThatNobodyEverOpenedIsClosed() {
        var ann = guest();
        String room = room(create(ann, "relay"));
        assertThat(close(room)).isEqualTo(202);
        becomesOver(room, ann);
    }

    @Test
    void aRoomWhoseNodeIsDeadGetsAnotherThatClosesIt() throws Exception {
        var ann = guest();
        var seat = create(ann, "relay");
        enter(seat).close();
        var node = TheWorld.world().nodes().find(seat.get("node").asText()).orElseThrow();
        node.process().send(Signal.KILL);
        assertThat(close(room(seat))).isEqualTo(202);
        becomesOver(room(seat), ann);
    }
}

package games.drawbridge.it;

import static games.drawbridge.it.Players.create;
import static games.drawbridge.it.Players.enter;
import static games.drawbridge.it.Players.join;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.bots.Account;
import org.junit.jupiter.api.Test;

/// A node is killed in the middle of a game, and its players ask at once where to go.
class TakeOverTest {

    @Test
    void aGameGoesOnElsewhereBeforeItsNodeCountsAsDead() {
        Account ann = Players.guest();
        Account bob = Players.guest();
        var seat = create(ann, "four-in-a-row");
        try (var first = enter(seat);
                var second = enter(join(bob, seat))) {
            first.move(1, "{\"drop\":3}");
            second.socket().next("event");
        }
        String owner = seat.get("node").asText();
        Fleet.signal(owner, "KILL");
        var again = join(bob, seat);
        assertThat(again.get("node").asText()).isNotEqualTo(owner);
        assertThat(join(ann, seat).get("node")).isEqualTo(again.get("node"));
        try (var second = enter(again)) {
            assertThat(second.joined().get("epoch").asLong()).isEqualTo(2);
            assertThat(second.joined().get("seq").asLong()).isEqualTo(1);
            second.move(1, "{\"drop\":4}");
            assertThat(second.socket().next("event").get("seq").asLong()).isEqualTo(2);
        }
        Await.until(() -> node(owner).equals("ok"));
    }

    private static String node(String name) {
        for (var node : TheWorld.api().get("/_local", null).ok().get("nodes"))
            if (node.get("node").asText().equals(name)) return node.get("state").asText();
        return "none";
    }
}

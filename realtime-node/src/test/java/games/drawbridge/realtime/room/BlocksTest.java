package games.drawbridge.realtime.room;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.chat.Chat;
import games.drawbridge.model.chat.Words;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Blocks;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.Standing;
import games.drawbridge.model.wire.NodeFrame;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whom a player has blocked, they do not hear: neither as it is said, nor from the log, nor in the
/// state.
class BlocksTest {
    private static final Map<String, Object> CHANNEL = Map.of("channel", "room:r2");

    private final Link bob = TestRoom.visit("bob");

    /// Ann, who has blocked bob.
    private static Link blocking(int number) {
        var blocks = Blocks.of(List.of(new PlayerId("bob")));
        return TestRoom.visit("ann", number, Standing.PLAYER.blocking(blocks));
    }

    private static In say(Link link, long id, String text) {
        return new In.Move(link, id, new Json("{\"say\":{\"text\":\"" + text + "\"}}"));
    }

    private static List<String> told(TestRoom room, Link link) {
        return room.heard(link).stream()
                .filter(NodeFrame.Event.class::isInstance)
                .map(NodeFrame.Event.class::cast)
                .map(event -> event.seq() + " " + event.by() + " " + event.body())
                .toList();
    }

    @Test
    void whoIsBlockedIsNotHeard() {
        var ann = blocking(1);
        var room = TestRoom.of(new Chat(new Words(List.of())), CHANNEL);
        room.on(new In.Join(ann, null)).on(new In.Join(bob, null)).stored();
        room.on(say(bob, 1, "you")).on(say(ann, 1, "hm")).stored();
        assertThat(told(room, bob))
                .containsExactly(
                        "1 bob {\"said\":{\"text\":\"you\"}}",
                        "2 ann {\"said\":{\"text\":\"hm\"}}");
        assertThat(told(room, ann))
                .containsExactly("1 null {}", "2 ann {\"said\":{\"text\":\"hm\"}}");

        var later = blocking(2);
        room.on(new In.Join(later, new Position(1, 0))).stored().read();
        assertThat(told(room, later))
                .as("from the log")
                .containsExactly("1 null {}", "2 ann {\"said\":{\"text\":\"hm\"}}");

        var fresh = blocking(3);
        room.on(new In.Join(fresh, null)).stored();
        assertThat(room.heard(fresh).toString()).contains("hm").doesNotContain("you");
    }

    @Test
    void aReportIsSeenByWhoMadeIt() {
        var ann = TestRoom.visit("ann");
        var room = TestRoom.of(new Chat(new Words(List.of())), CHANNEL);
        room.on(new In.Join(ann, null)).on(new In.Join(bob, null)).stored();
        room.on(say(bob, 1, "you")).stored();
        var report = new Json("{\"report\":{\"message\":1,\"reason\":\"rude\"}}");
        room.on(new In.Move(ann, 1, report)).stored();
        assertThat(told(room, ann)).last().asString().startsWith("2 ann {\"reported\"");
        assertThat(told(room, bob)).last().isEqualTo("2 null {}");
        assertThat(room.carried).hasSize(1);
    }
}

package games.drawbridge.realtime.room;

import static games.drawbridge.realtime.room.TestRoom.visit;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.games.FourInARow;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a room's owner does when an operator closes the room.
class CloseTest {
    private static final In CLOSE = new In.Close(new PlayerId("max"), "accounts for sale");

    private final TestRoom.Visit ann = visit("ann");
    private final TestRoom.Visit bob = visit("bob");

    private TestRoom game() {
        return TestRoom.of(new FourInARow(), Map.of()).join(ann).join(bob);
    }

    @Test
    void itIsOverOnceThatIsSafeAndEverybodyIsTurnedOut() {
        var room = game().on(CLOSE);
        assertThat(room.closed(ann)).isNull();
        assertThat(room.core().over()).isFalse();
        room.stored();
        assertThat(room.core().over()).isTrue();
        assertThat(room.closed(ann)).isEqualTo(CloseCode.ROOM_OVER);
        assertThat(room.closed(bob)).isEqualTo(CloseCode.ROOM_OVER);
        var last = room.log().getLast().entries().getLast();
        assertThat(last.cause())
                .isEqualTo(new Cause.Closed(new PlayerId("max"), "accounts for sale"));
        assertThat(last.over()).isTrue();
        assertThat(last.effects()).as("nobody wins").isEmpty();
        assertThat(room.carried).isEmpty();
    }

    @Test
    void twiceIsHarmlessAndNothingFollows() {
        var room = game().on(CLOSE).on(CLOSE).stored();
        int before = room.log().size();
        room.on(CLOSE).move(ann, 1, "{\"drop\":3}").on(new In.Leave(bob)).stored();
        assertThat(room.log()).hasSize(before);
        assertThat(room.heard(ann)).anyMatch(NodeFrame.Deny.class::isInstance);
    }

    @Test
    void whoComesLaterIsTurnedOutByTheNextOwnerToo() {
        var next = game().on(CLOSE).stored().takenOver(new FourInARow()).stored();
        assertThat(next.core().over()).isTrue();
        next.join(ann);
        assertThat(next.closed(ann)).isEqualTo(CloseCode.ROOM_OVER);
        assertThat(next.heard(ann)).noneMatch(NodeFrame.Joined.class::isInstance);
    }

    @Test
    void aGameThatWasWonIsNotClosedAndCanStillBeLookedAt() {
        var room = game().move(ann, 1, "{\"drop\":3}").move(bob, 1, "{\"resign\":true}").stored();
        int before = room.log().size();
        room.on(CLOSE).stored();
        assertThat(room.log()).hasSize(before);
        assertThat(room.closed(ann)).isNull();
        room.heard(ann);
        room.join(ann);
        assertThat(room.heard(ann)).anyMatch(NodeFrame.Joined.class::isInstance);
    }
}

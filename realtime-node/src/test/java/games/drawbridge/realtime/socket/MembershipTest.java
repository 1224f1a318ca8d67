package games.drawbridge.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.model.wire.NodeFrame.Mode;
import games.drawbridge.realtime.room.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which events a session takes of a room.
class MembershipTest {
    private final Membership member = new Membership();
    private final List<Long> taken = new ArrayList<>();

    private void join(@Nullable Position position) {
        member.join(null, position);
    }

    private void joined(Mode mode, long seq) {
        var room = new RoomId("r1");
        member.joined(new NodeFrame.Joined(room, "relay", mode, 1, seq, null, List.of(), 0, null));
    }

    private void tell(long... seqs) {
        for (long seq : seqs) member.offer(seq, () -> taken.add(seq));
    }

    @Test
    void whatTheRoomStillTellsAnEarlierVisitIsTakenOnceMoreBehindJoined() {
        join(new Position(1, 0));
        tell(1); // by a room that has not heard of this visit yet
        joined(Mode.RESUMED, 1);
        tell(1, 2);
        assertThat(taken).containsExactly(1L, 1L, 2L);
    }

    @Test
    void whoseJoinWasTurnedAwayHearsTheRoomAsBefore() {
        join(null);
        joined(Mode.FRESH, 0);
        tell(1);
        join(new Position(1, 1)); // and the room is busy
        tell(2);
        joined(Mode.RESUMED, 2); // the room by itself
        tell(3, 4);
        assertThat(taken).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whoEntersAfreshGoesOnBehindTheState() {
        join(null);
        tell(7, 8);
        joined(Mode.FRESH, 8);
        tell(8, 9);
        assertThat(taken).containsExactly(9L);
    }

    @Test
    void aRoomThatEntersAgainForTheSessionGoesOnBehindWhatItTook() {
        join(null);
        joined(Mode.FRESH, 0);
        tell(1, 2);
        joined(Mode.RESUMED, 4);
        tell(2, 3, 4);
        assertThat(taken).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void nothingIsTakenOutOfOrderOrTwice() {
        join(new Position(1, 4));
        joined(Mode.RESUMED, 6);
        tell(6, 5, 5, 6, 8, 7);
        assertThat(taken).containsExactly(5L, 6L, 7L);
    }

    @Test
    void whatTheConnectionDidNotTakeIsTheNextOneStill() {
        join(null);
        joined(Mode.FRESH, 0);
        member.offer(1, () -> false);
        assertThat(member.seq()).isZero();
        tell(2, 1);
        assertThat(taken).containsExactly(1L);
    }
}

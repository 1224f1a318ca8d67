package games.drawbridge.realtime.room;

import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.model.wire.WireLimits;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets each player's moves in, one after the other, and says why where it does not.
final class Turnstile {
    /// Milliseconds after which a move that came too early is sent again.
    private static final long SOON = 100;

    /// Milliseconds after which a move that found the room busy is sent again.
    private static final long LATER = 500;

    private final RoomId room;
    private final RoomState<?, ?, ?> state;
    private final Gate gate;
    private final Crowd crowd;
    private final Feeds<?, ?, ?> feeds;

    Turnstile(RoomId room, RoomState<?, ?, ?> state, Gate gate, Crowd crowd, Feeds<?, ?, ?> feeds) {
        this.room = room;
        this.state = state;
        this.gate = gate;
        this.crowd = crowd;
        this.feeds = feeds;
    }

    /// The mover, when the id is the next one and the room can take it. Otherwise says why not.
    Optional<Presence> next(Link link, long id, Instant now) {
        var found = crowd.of(link);
        if (found.isEmpty()) {
            gate.then(() -> crowd.tell(link, denial(id, Code.NOT_SEATED, "join first", null)));
            return found;
        }
        var mover = found.get();
        mover.hear(id);
        if (id <= mover.answered) {
            crowd.answer(mover, mover.answer(id).orElseGet(() -> repeated(mover, id)));
        } else if (mover.unanswered >= WireLimits.UNANSWERED || gate.isBusy(now)) {
            crowd.tell(mover, denial(id, Code.BUSY, "the room has to catch up", LATER));
        } else if (!mover.isNext(id)) {
            var wanted = "move " + (mover.answered + 1) + " comes first";
            crowd.tell(mover, denial(id, Code.ORDER, wanted, SOON));
        } else {
            return found;
        }
        return Optional.empty();
    }

    /// What a repeat is answered whose answer is known no more: an earlier owner gave it, or it was
    /// never heard of before a later one was applied.
    private NodeFrame repeated(Presence mover, long id) {
        return state.hasApplied(mover.player, id)
                ? new NodeFrame.Ack(room, id, feeds.head())
                : denial(id, Code.ORDER, "a later move was applied", null);
    }

    /// Uses the id up for nothing.
    void deny(Presence mover, long id, Code code, String detail) {
        var denial = denial(id, code, detail, null);
        mover.answered(id, denial);
        crowd.answer(mover, denial);
    }

    private NodeFrame denial(long id, Code code, String detail, @Nullable Long retryIn) {
        return new NodeFrame.Deny(room, id, code, detail, retryIn);
    }
}

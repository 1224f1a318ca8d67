package games.drawbridge.realtime.room;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Standing;
import games.drawbridge.model.trace.Trace;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.wire.Encoded;
import org.jspecify.annotations.Nullable;

/// One session's way into a room: what rooms know of sockets. Any thread may call.
public interface Link {
    PlayerId player();

    /// What the player is beside a player, in that room.
    default Standing standing(RoomId room) {
        return Standing.PLAYER;
    }

    /// The way on which the player came, if it is followed.
    default @Nullable Trace trace() {
        return null;
    }

    void tell(Encoded frame);

    /// Tells a frame that has a place in the room's order: a `joined` starts at `seq`, an event is
    /// the one after the last. An event that does not follow is left out; the link asks for it when
    /// it can. A patch that it cannot take it asks for then as well.
    void tell(RoomId room, long seq, Encoded frame);

    /// This room is gone from this node; nothing more of it comes.
    void lost(RoomId room);

    /// Another node owns the room now: the frame leads there, and nothing more of the room comes.
    void moved(NodeFrame.Moved frame);

    void close(CloseCode code);
}

package games.drawbridge.realtime.room;

import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import org.jspecify.annotations.Nullable;

/// The way into a room, whether this node owns it or relays it: what sockets know of rooms. Any
/// thread may call.
public interface Entrance {
    RoomId id();

    /// Whether others than the room's maker and the invited may enter.
    boolean isOpen();

    /// The newest event that is safe.
    long head();

    /// Enters afresh, or again with the position of the last event applied.
    void join(Link link, @Nullable Position position);

    void move(Link link, long id, Json body);

    /// A move whose frame was wrong already.
    void badMove(Link link, long id, Code code, String detail);

    void leave(Link link);

    /// The link's socket is gone.
    void gone(Link link);

    /// The link cannot take more for now.
    void behind(Link link);

    /// The link can take more again, from the event after `seq`.
    void drained(Link link, long seq);
}

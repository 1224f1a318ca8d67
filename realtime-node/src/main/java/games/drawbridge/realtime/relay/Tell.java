package games.drawbridge.realtime.relay;

import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import java.util.List;
import java.util.Map;

/// What an owner tells a relay.
sealed interface Tell extends Message {

    /// One frame, as it goes to the players, once for all of a relay's visitors whom it is for.
    record Frame(RoomId room, List<Long> to, Json frame) implements Tell {}

    /// Close the visitor's socket with this code.
    record Close(RoomId room, long visitor, int code) implements Tell {}

    /// The room is not owned here, or not any more; nothing more of it comes.
    record Lost(RoomId room) implements Tell {}

    /// Something was missed: enter again with every visitor.
    record Again() implements Tell {}

    /// The newest events of rooms, where they are new since the last time.
    record Heads(Map<RoomId, Long> heads) implements Tell {}
}

package games.drawbridge.functions.rooms;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How to enter a room.
///
/// @param url of the node's socket
/// @param ticket for its `hello`
/// @param expiresAt of the ticket; the join call gives another
/// @param invite to a private room, for its maker to pass on
@JsonInclude(JsonInclude.Include.NON_NULL)
record Seat(
        RoomId room,
        String kind,
        NodeId node,
        String url,
        String ticket,
        Instant expiresAt,
        @Nullable String invite) {

    @Override
    public String toString() {
        return "a seat in " + room;
    }
}

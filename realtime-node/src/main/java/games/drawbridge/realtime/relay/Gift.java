package games.drawbridge.realtime.relay;

import games.drawbridge.model.room.RoomId;

/// What a node that leaves tells one that takes a room of it.
sealed interface Gift extends Message {

    record Soon(RoomId room) implements Gift {}

    record Now(RoomId room, long epoch) implements Gift {}
}

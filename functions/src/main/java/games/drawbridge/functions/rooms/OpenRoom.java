package games.drawbridge.functions.rooms;

import games.drawbridge.model.room.RoomId;

/// A room that goes on, as one who sits in it needs it.
public record OpenRoom(RoomId room, String kind) {}

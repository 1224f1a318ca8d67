package games.drawbridge.realtime.placement;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Settings;

/// A room's row: what it is and who owns it.
///
/// @param open whether others than its maker and the invited may enter
/// @param generation the life of the owner node that was given the room
public record Placement(
        RoomId room,
        String kind,
        Settings settings,
        PlayerId maker,
        long seed,
        boolean open,
        NodeId node,
        String generation,
        long epoch) {}

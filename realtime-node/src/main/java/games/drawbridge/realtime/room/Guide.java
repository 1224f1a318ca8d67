package games.drawbridge.realtime.room;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Standing;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.placement.Placement;

/// Sends players after a room that another node owns now.
public interface Guide {

    /// @param after the newest event that was told here
    NodeFrame.Moved moved(PlayerId player, Standing standing, Placement room, long after);
}

package games.drawbridge.realtime.room;

import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.placement.Placement;

/// The nodes that take the rooms of one that leaves. What they are told only makes them quicker,
/// and may be lost.
public interface Heirs {

    /// The room will come: what of it does not change any more can be read now.
    void expect(RoomId room, Candidate heir);

    /// The room is its node's own, and players are on their way.
    void take(Placement room);
}

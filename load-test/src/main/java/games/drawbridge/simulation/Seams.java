package games.drawbridge.simulation;

import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.log.Slots;
import games.drawbridge.realtime.log.Streams;
import games.drawbridge.realtime.placement.Records;
import games.drawbridge.realtime.room.Link;
import games.drawbridge.realtime.room.Room;
import games.drawbridge.realtime.room.Rooms;
import java.util.Map;

/// Where somebody may step between the engine and its world: to prove that a broken rule is seen.
/// As it is, nobody does.
public interface Seams {
    Seams NONE = new Seams() {};

    default Streams streams(Streams real) {
        return real;
    }

    default Slots slots(Slots real) {
        return real;
    }

    default Records records(Records real) {
        return real;
    }

    /// Hands a move to its room.
    default void move(Room room, Link link, long id, Json body) {
        room.move(link, id, body);
    }

    /// What a room tells a player, in its order.
    default NodeFrame told(NodeFrame real) {
        return real;
    }

    /// What a pong says.
    default Map<RoomId, Long> heads(Map<RoomId, Long> real) {
        return real;
    }

    /// An owner looks whether its rooms are still its own.
    default void recheck(Rooms rooms) {
        rooms.recheck();
    }
}

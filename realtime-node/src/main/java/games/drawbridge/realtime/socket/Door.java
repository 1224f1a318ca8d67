package games.drawbridge.realtime.socket;

import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.load.Admission;
import games.drawbridge.realtime.room.Rooms;
import java.util.function.IntSupplier;

/// Who comes in by ticket while the node is busy.
record Door(Admission admission, Rooms rooms, IntSupplier connections) {

    boolean admits(RoomId room) {
        return admission.admits(connections.getAsInt(), rooms.isOpen(room));
    }
}

package games.drawbridge.realtime.socket;

import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.load.Admission;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/// Who comes in by ticket while the node is busy.
///
/// @param isOpen whether a room is open here
record Door(Admission admission, Predicate<RoomId> isOpen, IntSupplier connections) {

    boolean admits(RoomId room) {
        return admission.admits(connections.getAsInt(), isOpen.test(room));
    }
}

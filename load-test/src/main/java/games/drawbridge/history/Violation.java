package games.drawbridge.history;

import games.drawbridge.model.room.RoomId;

/// A promise that was not kept.
///
/// @param invariant 1–10; [Checker] lists them
/// @param what enough to find it
public record Violation(int invariant, RoomId room, String what) {

    @Override
    public String toString() {
        return "I" + invariant + " " + room + ": " + what;
    }
}

package games.drawbridge.realtime.wire;

import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.ClientFrame;

/// One inbound frame, as far as it could be understood.
public sealed interface Received {

    record Frame(ClientFrame frame) implements Received {}

    /// A move of the right room and id, and otherwise wrong: it is denied and uses its id up.
    record BadMove(RoomId room, long id, Code code, String detail) implements Received {}

    /// A frame of a known type with wrong fields.
    record Bad(Code code, String detail) implements Received {}

    /// A type that a later version of the contract knows.
    record Unknown() implements Received {}

    /// No JSON object at all.
    record Malformed(String detail) implements Received {}
}

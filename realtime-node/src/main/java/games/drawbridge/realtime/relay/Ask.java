package games.drawbridge.realtime.relay;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Standing;
import org.jspecify.annotations.Nullable;

/// What a relay asks a room's owner for one of its visitors.
sealed interface Ask extends Message {
    RoomId room();

    /// The visitor, as the relay numbers them; a number is used once.
    long visitor();

    /// @param standing absent from a relay that knows of none
    /// @param under the epoch under which the relay thinks the room is owned
    /// @param again whether the relay enters by itself for a visitor who was in before
    record Join(
            RoomId room,
            long visitor,
            PlayerId player,
            @Nullable Standing standing,
            long under,
            boolean again,
            @Nullable Long epoch,
            @Nullable Long seq)
            implements Ask {}

    record Move(RoomId room, long visitor, long id, Json body) implements Ask {}

    record BadMove(RoomId room, long visitor, long id, Code code, String detail) implements Ask {}

    record Leave(RoomId room, long visitor) implements Ask {}

    record Gone(RoomId room, long visitor) implements Ask {}

    record Behind(RoomId room, long visitor) implements Ask {}

    record Drained(RoomId room, long visitor, long seq) implements Ask {}
}

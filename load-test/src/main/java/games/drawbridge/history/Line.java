package games.drawbridge.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.NodeFrame.Mode;
import games.drawbridge.model.wire.NodeFrame.Why;
import org.jspecify.annotations.Nullable;

/// One thing that happened, as the one it happened to saw it. Bodies and states are their [Hash#of]
/// only.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Line.Sent.class, name = "sent"),
    @JsonSubTypes.Type(value = Line.Acknowledged.class, name = "acknowledged"),
    @JsonSubTypes.Type(value = Line.Denied.class, name = "denied"),
    @JsonSubTypes.Type(value = Line.Forgot.class, name = "forgot"),
    @JsonSubTypes.Type(value = Line.Told.class, name = "told"),
    @JsonSubTypes.Type(value = Line.Joined.class, name = "joined"),
    @JsonSubTypes.Type(value = Line.Closed.class, name = "closed"),
    @JsonSubTypes.Type(value = Line.Left.class, name = "left"),
    @JsonSubTypes.Type(value = Line.TookOver.class, name = "tookOver"),
    @JsonSubTypes.Type(value = Line.Fenced.class, name = "fenced"),
    @JsonSubTypes.Type(value = Line.Safe.class, name = "safe"),
    @JsonSubTypes.Type(value = Line.Fault.class, name = "fault"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Line {

    /// Nanoseconds of the one monotonic clock that all writers of a history share.
    long at();

    /// A line about one player in one room, written by that player's client.
    sealed interface OfPlayer extends Line {
        PlayerId player();

        RoomId room();
    }

    /// The client sent a move, for the first time or again. Written before it leaves.
    record Sent(long at, PlayerId player, RoomId room, long id, String hash) implements OfPlayer {}

    /// The client got an `ack`.
    record Acknowledged(long at, PlayerId player, RoomId room, long id, long seq)
            implements OfPlayer {}

    /// The client got a `deny`.
    ///
    /// @param again whether the same id may be sent again
    record Denied(long at, PlayerId player, RoomId room, long id, Code code, boolean again)
            implements OfPlayer {}

    /// The client took an id back that had no answer: it is sure that the node does not know it,
    /// and may give it to another move.
    record Forgot(long at, PlayerId player, RoomId room, long id) implements OfPlayer {}

    /// The client got an event and applied it; what it drops as known is no line. `by` and `id` are
    /// the event's own.
    record Told(
            long at,
            PlayerId player,
            RoomId room,
            long epoch,
            long seq,
            @Nullable PlayerId by,
            @Nullable Long id,
            String hash)
            implements OfPlayer {}

    /// The client got a `joined`.
    ///
    /// @param epoch and `seq`: the frame's own
    /// @param state the state's hash; absent when resumed
    record Joined(
            long at,
            PlayerId player,
            RoomId room,
            Mode mode,
            @Nullable Why why,
            long epoch,
            long seq,
            long lastMove,
            @Nullable String state)
            implements OfPlayer {}

    /// The client's socket is gone. What the room told before may never have come.
    record Closed(long at, PlayerId player, RoomId room, int code) implements OfPlayer {}

    /// The client is done with the room and expects nothing more of it.
    record Left(long at, PlayerId player, RoomId room) implements OfPlayer {}

    /// A node has opened the room as its owner.
    record TookOver(long at, NodeId node, RoomId room, long epoch) implements Line {}

    /// An owner was refused by the room's log.
    record Fenced(long at, NodeId node, RoomId room, long epoch) implements Line {}

    /// The room's events up to `seq`, as the epoch wrote them, have become as safe as this level.
    record Safe(long at, RoomId room, long epoch, long seq, AckLevel level) implements Line {}

    /// Something was done to the world, in words; for the reader.
    record Fault(long at, String what) implements Line {}
}

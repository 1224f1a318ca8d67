package games.drawbridge.model.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a node may say. A client ignores a frame whose `t` it does not know.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NodeFrame.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = NodeFrame.Joined.class, name = "joined"),
    @JsonSubTypes.Type(value = NodeFrame.Event.class, name = "event"),
    @JsonSubTypes.Type(value = NodeFrame.Live.class, name = "live"),
    @JsonSubTypes.Type(value = NodeFrame.Ack.class, name = "ack"),
    @JsonSubTypes.Type(value = NodeFrame.Deny.class, name = "deny"),
    @JsonSubTypes.Type(value = NodeFrame.Patch.class, name = "patch"),
    @JsonSubTypes.Type(value = NodeFrame.Member.class, name = "member"),
    @JsonSubTypes.Type(value = NodeFrame.Moved.class, name = "moved"),
    @JsonSubTypes.Type(value = NodeFrame.Drain.class, name = "drain"),
    @JsonSubTypes.Type(value = NodeFrame.Server.class, name = "server"),
    @JsonSubTypes.Type(value = NodeFrame.Mail.class, name = "mail"),
    @JsonSubTypes.Type(value = NodeFrame.Problem.class, name = "error"),
    @JsonSubTypes.Type(value = NodeFrame.Pong.class, name = "pong"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface NodeFrame {

    /// The answer to hello.
    ///
    /// @param resume the newest resume token; the one before is dead
    /// @param heartbeat milliseconds: after two of them in silence the node drops the client
    record Welcome(
            PlayerId player,
            String session,
            String resume,
            NodeId node,
            long heartbeat,
            FrameLimits limits)
            implements NodeFrame {}

    /// @param frame largest inbound frame, bytes
    /// @param rate moves a second, steady
    /// @param burst moves at once
    record FrameLimits(int frame, int rate, int burst) {}

    /// @param seq the newest event contained in `state`, or up to which the replay goes
    /// @param state the player's view; absent when resumed
    /// @param lastMove id of the player's newest applied move
    /// @param why only on reset
    record Joined(
            RoomId room,
            String kind,
            Mode mode,
            long epoch,
            long seq,
            @Nullable Json state,
            List<Member.Seat> members,
            long lastMove,
            @Nullable Why why)
            implements NodeFrame {}

    enum Mode {
        @JsonProperty("fresh")
        FRESH,
        @JsonProperty("resumed")
        RESUMED,
        @JsonProperty("reset")
        RESET
    }

    /// Why what the client had is worthless.
    enum Why {
        /// Too much was missed to replay it.
        @JsonProperty("gap")
        GAP,
        /// The client saw something that was not kept.
        @JsonProperty("lost")
        LOST,
        @JsonProperty("slow")
        SLOW,
        @JsonProperty("rules")
        RULES
    }

    /// @param at milliseconds since 1970, the owner's clock
    /// @param by the mover; absent where the room itself did it
    /// @param id the mover's own number of the move
    record Event(
            RoomId room,
            long seq,
            long epoch,
            long at,
            @Nullable PlayerId by,
            @Nullable Long id,
            Json body)
            implements NodeFrame {}

    /// The replay is over.
    record Live(RoomId room, long seq) implements NodeFrame {}

    /// The move is applied and made no event for this player, or was a repeat.
    record Ack(RoomId room, long id, long seq) implements NodeFrame {}

    /// @param retryIn milliseconds after which the same id may be sent again; absent: never
    record Deny(RoomId room, long id, Code code, @Nullable String detail, @Nullable Long retryIn)
            implements NodeFrame {}

    /// The newest values of what the player looks at, in a room that tells no events.
    ///
    /// @param version grows with what happens in the room
    /// @param set the values that are new, by key; null where there is none any more
    /// @param full whether all values told before are to be forgotten
    record Patch(RoomId room, long version, Map<String, @Nullable Json> set, @Nullable Boolean full)
            implements NodeFrame {}

    record Member(RoomId room, PlayerId player, Status status) implements NodeFrame {

        /// A line of `joined.members`.
        public record Seat(PlayerId player, Status status) {}

        public enum Status {
            @JsonProperty("here")
            HERE,
            /// Dropped, the seat held.
            @JsonProperty("away")
            AWAY,
            @JsonProperty("left")
            LEFT
        }
    }

    /// Another node owns the room now; nothing of it follows `after` here.
    ///
    /// @param url where the ticket is good
    record Moved(RoomId room, long after, String url, String ticket) implements NodeFrame {}

    /// This node is leaving.
    ///
    /// @param within milliseconds, at a random moment of which the client asks the join call again
    record Drain(long within) implements NodeFrame {}

    /// The operators have said something, or a value of the live configuration has changed.
    ///
    /// @param status `open` or `maintenance`
    /// @param message for the players
    /// @param configVersion what to name when the configuration is asked for again
    record Server(String status, @Nullable String message, long configVersion)
            implements NodeFrame {}

    /// There may be new mail in the inbox.
    ///
    /// @param id of the newest; absent after a hello, when nobody knows
    record Mail(@Nullable String id) implements NodeFrame {}

    /// About a frame that is no move.
    record Problem(Code code, @Nullable String detail, @Nullable RoomId room)
            implements NodeFrame {}

    /// @param heads newest seq of every room this socket is in
    record Pong(long id, Map<RoomId, Long> heads) implements NodeFrame {}
}

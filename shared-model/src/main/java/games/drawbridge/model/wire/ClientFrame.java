package games.drawbridge.model.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import org.jspecify.annotations.Nullable;

/// What a client may say.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientFrame.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = ClientFrame.Join.class, name = "join"),
    @JsonSubTypes.Type(value = ClientFrame.Leave.class, name = "leave"),
    @JsonSubTypes.Type(value = ClientFrame.Move.class, name = "move"),
    @JsonSubTypes.Type(value = ClientFrame.Ping.class, name = "ping"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ClientFrame {

    /// The first frame: with the join call's ticket, or with the newest `welcome.resume`.
    record Hello(@Nullable String ticket, @Nullable String resume) implements ClientFrame {
        public static Hello ticket(String ticket) {
            return new Hello(ticket, null);
        }

        public static Hello resume(String resume) {
            return new Hello(null, resume);
        }
    }

    /// Enter a room: afresh, or again with the position of the last event applied.
    record Join(RoomId room, @Nullable Long epoch, @Nullable Long seq) implements ClientFrame {
        public static Join fresh(RoomId room) {
            return new Join(room, null, null);
        }
    }

    record Leave(RoomId room) implements ClientFrame {}

    /// @param id 1, 2, 3 … per player and room
    record Move(RoomId room, long id, Json body) implements ClientFrame {}

    record Ping(long id) implements ClientFrame {}
}

package games.drawbridge.realtime.relay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import games.drawbridge.model.room.Json;
import games.drawbridge.realtime.json.Jackson;
import java.io.UncheckedIOException;
import java.util.Optional;

/// What nodes say to each other of rooms.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Ask.Join.class, name = "join"),
    @JsonSubTypes.Type(value = Ask.Move.class, name = "move"),
    @JsonSubTypes.Type(value = Ask.BadMove.class, name = "badMove"),
    @JsonSubTypes.Type(value = Ask.Leave.class, name = "leave"),
    @JsonSubTypes.Type(value = Ask.Gone.class, name = "gone"),
    @JsonSubTypes.Type(value = Ask.Behind.class, name = "behind"),
    @JsonSubTypes.Type(value = Ask.Drained.class, name = "drained"),
    @JsonSubTypes.Type(value = Tell.Frame.class, name = "frame"),
    @JsonSubTypes.Type(value = Tell.Close.class, name = "close"),
    @JsonSubTypes.Type(value = Tell.Lost.class, name = "lost"),
    @JsonSubTypes.Type(value = Tell.Again.class, name = "again"),
    @JsonSubTypes.Type(value = Tell.Heads.class, name = "heads"),
    @JsonSubTypes.Type(value = Gift.Soon.class, name = "soon"),
    @JsonSubTypes.Type(value = Gift.Now.class, name = "now"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Message permits Ask, Tell, Gift {
    ObjectWriter WRITER = Jackson.lenient().writerFor(Message.class);
    ObjectReader READER = Jackson.lenient().readerFor(Message.class);

    default Json json() {
        try {
            return new Json(WRITER.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Nothing when it is of a later release, or of nobody we know.
    static Optional<Message> read(Json json) {
        try {
            return Optional.ofNullable(READER.readValue(json.text()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}

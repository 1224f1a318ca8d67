package games.drawbridge.realtime.bus;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import games.drawbridge.model.room.Json;
import games.drawbridge.realtime.json.Jackson;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What travels on the bus.
///
/// @param n counts 1, 2, 3 … from each sender to each receiver
/// @param body nothing in a beat, which only says that the sender lives
@JsonInclude(JsonInclude.Include.NON_NULL)
record Envelope(Address from, long n, @Nullable Json body) {
    private static final ObjectWriter WRITER = Jackson.lenient().writerFor(Envelope.class);
    private static final ObjectReader READER = Jackson.lenient().readerFor(Envelope.class);
    private static final Json NONE = new Json("null");

    Envelope {
        if (NONE.equals(body)) body = null;
    }

    @SuppressWarnings("ConstantValue") // what others write may lack anything
    private boolean isWhole() {
        return from != null;
    }

    String text() {
        try {
            return WRITER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Nothing when the text is no envelope: others than nodes may write to a channel.
    static Optional<Envelope> read(String text) {
        try {
            Envelope read = READER.readValue(text);
            return Optional.ofNullable(read).filter(Envelope::isWhole);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}

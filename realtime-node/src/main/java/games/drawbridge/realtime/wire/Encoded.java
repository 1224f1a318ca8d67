package games.drawbridge.realtime.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.json.Jackson;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A frame that is encoded at most once in each encoding, however many it is sent to.
public final class Encoded {
    private static final ObjectWriter WRITER = Jackson.lenient().writerFor(NodeFrame.class);
    private static final ObjectReader READER = Jackson.lenient().readerFor(NodeFrame.class);

    private final NodeFrame frame;
    private volatile byte @Nullable [] json;
    private volatile byte @Nullable [] cbor;

    public Encoded(NodeFrame frame) {
        this.frame = frame;
    }

    private Encoded(NodeFrame frame, byte[] json) {
        this.frame = frame;
        this.json = json;
    }

    /// A frame that another node has encoded; nothing when it is of a type that only later releases
    /// know.
    public static Optional<Encoded> read(Json text) {
        try {
            NodeFrame frame = READER.readValue(text.text());
            return Optional.of(new Encoded(frame, text.text().getBytes(UTF_8)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /// The frame as JSON.
    public Json text() {
        return new Json(new String(json(), UTF_8));
    }

    public NodeFrame frame() {
        return frame;
    }

    /// The frame's bytes; shared, so nobody may change them. Two threads may both encode: same
    /// bytes.
    public byte[] bytes(Encoding encoding) {
        return encoding == Encoding.JSON ? json() : cbor();
    }

    private byte[] json() {
        byte[] bytes = json;
        if (bytes == null) {
            bytes =
                    switch (frame) {
                        case NodeFrame.Event event -> HotFrames.json(event);
                        case NodeFrame.Ack ack -> HotFrames.json(ack);
                        default -> written(frame);
                    };
            json = bytes;
        }
        return bytes;
    }

    /// Any frame as JSON.
    static byte[] written(NodeFrame frame) {
        try {
            return WRITER.writeValueAsBytes(frame);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] cbor() {
        byte[] bytes = cbor;
        if (bytes == null) {
            bytes = Cbor.of(json());
            cbor = bytes;
        }
        return bytes;
    }
}

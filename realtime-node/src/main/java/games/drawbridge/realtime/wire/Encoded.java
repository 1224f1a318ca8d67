package games.drawbridge.realtime.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.json.Jackson;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// A frame that is encoded at most once in each encoding, however many it is sent to.
public final class Encoded {
    private static final ObjectWriter WRITER = Jackson.lenient().writerFor(NodeFrame.class);

    private final NodeFrame frame;
    private volatile byte @Nullable [] json;
    private volatile byte @Nullable [] cbor;

    public Encoded(NodeFrame frame) {
        this.frame = frame;
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
            try {
                bytes = WRITER.writeValueAsBytes(frame);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
            json = bytes;
        }
        return bytes;
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

package games.drawbridge.realtime.wire;

import games.drawbridge.model.wire.WireLimits;
import java.util.Optional;
import java.util.stream.Stream;

/// How one socket's frames are written.
public enum Encoding {
    /// Text messages, frames joined by line breaks.
    JSON(WireLimits.SUBPROTOCOL),
    /// Binary messages, frames one after the other (a CBOR sequence).
    CBOR(WireLimits.SUBPROTOCOL_CBOR);

    private final String subprotocol;

    Encoding(String subprotocol) {
        this.subprotocol = subprotocol;
    }

    public String subprotocol() {
        return subprotocol;
    }

    public static Optional<Encoding> of(String subprotocol) {
        return Stream.of(values()).filter(it -> it.subprotocol.equals(subprotocol)).findFirst();
    }
}

package games.drawbridge.realtime.bus;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import games.drawbridge.model.room.NodeId;

/// One life of a node, as others call it: `n1:GENERATION`.
public record Address(NodeId node, String generation) {

    /// @throws IllegalArgumentException when the text is no address
    @JsonCreator
    public static Address of(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) throw new IllegalArgumentException("not an address");
        return new Address(new NodeId(text.substring(0, colon)), text.substring(colon + 1));
    }

    /// Where this life of the node listens.
    String channel() {
        return "node:" + this;
    }

    @Override
    @JsonValue
    public String toString() {
        return node + ":" + generation;
    }
}

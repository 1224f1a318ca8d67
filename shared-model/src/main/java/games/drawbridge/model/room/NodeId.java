package games.drawbridge.model.room;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// Names one node's slot behind the load balancer, as in `/rt/n1`: 1–32 characters of `[a-z0-9-]`.
public record NodeId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,32}");

    /// @throws IllegalArgumentException when the text is no node id
    @JsonCreator
    public NodeId {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not a node id");
    }

    @Override
    public String toString() {
        return value;
    }
}

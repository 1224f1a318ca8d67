package games.drawbridge.model.room;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/// A JSON value as its own text, checked by whoever parsed it and then carried byte for byte.
public record Json(@JsonValue @JsonRawValue String text) {
    public static final Json EMPTY = new Json("{}");

    @Override
    public String toString() {
        return text;
    }
}

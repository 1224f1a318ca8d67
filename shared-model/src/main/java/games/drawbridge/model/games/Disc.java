package games.drawbridge.model.games;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A player's colour in four-in-a-row.
public enum Disc {
    @JsonProperty("red")
    RED,
    @JsonProperty("yellow")
    YELLOW;

    Disc other() {
        return this == RED ? YELLOW : RED;
    }
}

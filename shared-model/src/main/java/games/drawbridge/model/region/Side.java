package games.drawbridge.model.region;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Of a region: where a neighbour may lie.
public enum Side {
    @JsonProperty("north")
    NORTH,
    @JsonProperty("east")
    EAST,
    @JsonProperty("south")
    SOUTH,
    @JsonProperty("west")
    WEST;

    Side opposite() {
        return switch (this) {
            case NORTH -> SOUTH;
            case EAST -> WEST;
            case SOUTH -> NORTH;
            case WEST -> EAST;
        };
    }

    /// The tile on this side of a region that is straight ahead of a place.
    At edge(Terrain terrain, At from) {
        int x = Math.clamp(from.x(), 0, terrain.width() - 1);
        int y = Math.clamp(from.y(), 0, terrain.height() - 1);
        return switch (this) {
            case NORTH -> new At(x, 0);
            case EAST -> new At(terrain.width() - 1, y);
            case SOUTH -> new At(x, terrain.height() - 1);
            case WEST -> new At(0, y);
        };
    }
}

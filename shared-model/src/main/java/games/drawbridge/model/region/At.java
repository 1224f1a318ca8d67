package games.drawbridge.model.region;

import java.util.LinkedHashSet;
import java.util.Set;

/// A place on a region's grid; 0, 0 is the north-west corner.
public record At(int x, int y) {

    /// The tile's name: `3:4`.
    String key() {
        return x + ":" + y;
    }

    /// The cell that the tile lies in: `0:0` holds the first 8 by 8 tiles.
    String cell() {
        return x / RegionLimits.CELL + ":" + y / RegionLimits.CELL;
    }

    /// Tiles between two places, as the crow flies and the king walks.
    int distance(At other) {
        return Math.max(Math.abs(x - other.x), Math.abs(y - other.y));
    }

    boolean isBeside(At other) {
        return distance(other) == 1;
    }

    /// The cells that a straight way to another place touches, in order.
    Set<String> cellsTo(At other) {
        var cells = new LinkedHashSet<String>();
        int steps = Math.max(1, distance(other));
        for (int n = 0; n <= steps; n++) {
            int atX = x + Math.round((other.x - x) * (float) n / steps);
            int atY = y + Math.round((other.y - y) * (float) n / steps);
            cells.add(new At(atX, atY).cell());
        }
        return cells;
    }
}

package games.drawbridge.model.region;

import games.drawbridge.model.room.Settings;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A region's ground, as its map file draws it: a line of letters for each row of tiles. `.` is
/// plain, `f` forest, `^` hills, `~` water, and a digit plain ground with gold in it.
///
/// @param pace milliseconds that a march takes for one tile
/// @param neighbours the names of the regions around it
public record Terrain(List<String> rows, int pace, Map<Side, String> neighbours) {
    private static final String LETTERS = ".f^~123456789";

    private static final Pattern NEIGHBOUR =
            Pattern.compile("(north|east|south|west):([a-z0-9-]{1,40})");

    /// A region of before neighbours were known has none.
    public Terrain(List<String> rows, int pace, @Nullable Map<Side, String> neighbours) {
        this.rows = List.copyOf(rows);
        this.pace = pace;
        this.neighbours = neighbours == null ? Map.of() : Map.copyOf(neighbours);
    }

    /// @throws Settings.BadSetting when there is no map, or it is no rectangle of known letters
    static Terrain of(Settings settings) {
        var rows = settings.texts("rows", RegionLimits.SIDE);
        if (rows.isEmpty() || !rows.stream().allMatch(row -> isRow(row, rows.getFirst().length())))
            throw Settings.bad("rows", "lines of one length, 1 to 200, of the letters " + LETTERS);
        return new Terrain(
                rows,
                settings.whole("pace", RegionLimits.PACE, 50, 600_000),
                neighbours(settings.texts("neighbours", Side.values().length)));
    }

    private static Map<Side, String> neighbours(List<String> lines) {
        var neighbours = new EnumMap<Side, String>(Side.class);
        for (var line : lines) {
            var form = NEIGHBOUR.matcher(line);
            if (!form.matches())
                throw Settings.bad("neighbours", "a list such as [\"east:coast\"]");
            neighbours.put(Side.valueOf(form.group(1).toUpperCase(Locale.ROOT)), form.group(2));
        }
        return neighbours;
    }

    /// On which side that region lies.
    Optional<Side> side(String region) {
        return neighbours.entrySet().stream()
                .filter(it -> it.getValue().equals(region))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    private static boolean isRow(String row, int width) {
        return row.length() == width
                && width >= 1
                && width <= RegionLimits.SIDE
                && row.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0);
    }

    int width() {
        return rows.getFirst().length();
    }

    int height() {
        return rows.size();
    }

    boolean has(At at) {
        return at.x() >= 0 && at.x() < width() && at.y() >= 0 && at.y() < height();
    }

    /// Whether somebody can be there.
    boolean isLand(At at) {
        return has(at) && letter(at) != '~';
    }

    /// Gold that waits for who comes first.
    int gold(At at) {
        return Character.isDigit(letter(at)) ? (letter(at) - '0') * RegionLimits.GOLD : 0;
    }

    private char letter(At at) {
        return rows.get(at.y()).charAt(at.x());
    }
}

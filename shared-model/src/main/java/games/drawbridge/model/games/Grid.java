package games.drawbridge.model.games;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The upright grid of four-in-a-row: six rows of seven, row 0 at the bottom. A value.
public record Grid(@JsonValue List<List<@Nullable Disc>> rows) {
    public static final int ROWS = 6;
    public static final int COLUMNS = 7;
    static final Grid EMPTY =
            new Grid(Collections.nCopies(ROWS, Collections.nCopies(COLUMNS, null)));

    /// Right, up and the two diagonals.
    private static final int[][] LINES = {{1, 0}, {0, 1}, {1, 1}, {1, -1}};

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Grid {}

    boolean has(int column) {
        return column >= 0 && column < COLUMNS;
    }

    /// The row where a disc dropped into the column comes to rest; [#ROWS] when the column is full.
    int rest(int column) {
        return IntStream.range(0, ROWS)
                .filter(row -> rows.get(row).get(column) == null)
                .findFirst()
                .orElse(ROWS);
    }

    Grid with(int column, int row, Disc disc) {
        var line = new ArrayList<@Nullable Disc>(rows.get(row));
        line.set(column, disc);
        var all = new ArrayList<>(rows);
        all.set(row, Collections.unmodifiableList(line));
        return new Grid(Collections.unmodifiableList(all));
    }

    /// How many discs of this colour lie in it.
    long count(Disc disc) {
        return rows.stream().flatMap(List::stream).filter(each -> each == disc).count();
    }

    boolean full() {
        return IntStream.range(0, COLUMNS).allMatch(column -> rest(column) == ROWS);
    }

    /// Whether the disc at this place stands in a row of four or more of its colour.
    boolean four(int column, int row) {
        return Stream.of(LINES)
                .anyMatch(line ->
                        1
                                        + run(column, row, line[0], line[1])
                                        + run(column, row, -line[0], -line[1])
                                >= 4);
    }

    private int run(int column, int row, int right, int up) {
        Disc disc = at(column, row);
        int length = 0;
        while (disc != null && disc == at(column + (length + 1) * right, row + (length + 1) * up))
            length++;
        return length;
    }

    private @Nullable Disc at(int column, int row) {
        return has(column) && row >= 0 && row < ROWS ? rows.get(row).get(column) : null;
    }
}

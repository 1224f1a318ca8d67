package games.drawbridge.model.finance;

import java.util.List;
import java.util.stream.Stream;

/// A column of a file.
public record Field(String name, Column.Type type) {
    /// Those of movements.
    public static final List<Field> MOVEMENT =
            Stream.of(Column.values()).map(it -> new Field(it.word(), it.type())).toList();

    static Field text(String name) {
        return new Field(name, Column.Type.TEXT);
    }

    static Field whole(String name) {
        return new Field(name, Column.Type.WHOLE);
    }

    static Field day(String name) {
        return new Field(name, Column.Type.DAY);
    }
}

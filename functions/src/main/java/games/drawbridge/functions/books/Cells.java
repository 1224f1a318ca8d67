package games.drawbridge.functions.books;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// What stands in a cell, as text.
final class Cells {
    /// ISO 8601, always with three decimals, so that texts sort as times do.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /// What a spreadsheet takes for the beginning of a formula, and the mark against it.
    private static final String FORMULA = "=+-@\t\r\n\0'";

    private Cells() {}

    /// For CSV. A text that a spreadsheet would calculate gets a mark before it, `'`; so does one
    /// that begins with the mark, so that it can be taken off again.
    static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> guarded(text);
            case Long number -> number.toString();
            case Boolean truth -> truth.toString();
            case Instant time -> TIME.format(time);
            case LocalDate day -> day.toString();
            default -> throw new IllegalStateException("no such cell: " + value.getClass());
        };
    }

    private static String guarded(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /// The text that was guarded.
    static String unguarded(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }
}

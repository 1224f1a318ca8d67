package games.drawbridge.model.finance;

import games.drawbridge.model.player.PlayerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A movement made of what stands in its columns, wherever they are kept.
public final class MovementCells {
    private final Function<Column, @Nullable String> cells;

    /// @param cells each column's text; nothing where there is none. Times and days as ISO 8601 has
    ///   them
    public MovementCells(Function<Column, @Nullable String> cells) {
        this.cells = cells;
    }

    /// @throws IllegalArgumentException when something is missing, or the row contradicts itself
    public Movement movement() {
        return new Movement(
                Movement.Kind.of(text(Column.KIND)),
                Instant.parse(text(Column.BOOKED_AT)),
                new Source(
                        ProviderName.of(text(Column.PROVIDER)),
                        text(Column.PAYMENT),
                        text(Column.ACTION),
                        Instant.parse(text(Column.AT)),
                        Boolean.parseBoolean(text(Column.TEST))),
                split(),
                settlement(),
                sale(),
                original());
    }

    private Split split() {
        return new Split(
                new Currency(text(Column.CURRENCY)),
                (int) number(Column.EXPONENT),
                number(Column.GROSS),
                number(Column.TAX),
                number(Column.FEE),
                number(Column.NET));
    }

    private @Nullable Settlement settlement() {
        if (find(Column.FX_RATE) == null) return null;
        return new Settlement(
                new BigDecimal(text(Column.FX_RATE)),
                text(Column.FX_SOURCE),
                LocalDate.parse(text(Column.FX_DAY)),
                new Money(
                        number(Column.SETTLE_AMOUNT),
                        new Currency(text(Column.SETTLE_CURRENCY)),
                        (int) number(Column.SETTLE_EXPONENT)));
    }

    private Sale sale() {
        String player = find(Column.PLAYER);
        return new Sale(
                player == null ? null : new PlayerId(player),
                find(Column.ORDER),
                find(Column.SKU),
                (int) number(Column.QUANTITY),
                find(Column.COUNTRY),
                find(Column.TAX_COUNTRY),
                find(Column.TAX_TREATMENT),
                find(Column.AFFILIATE));
    }

    private @Nullable Original original() {
        String id = find(Column.ORIGINAL);
        return id == null ? null : new Original(id, YearMonth.parse(text(Column.ORIGINAL_MONTH)));
    }

    private @Nullable String find(Column column) {
        return cells.apply(column);
    }

    private String text(Column column) {
        String text = find(column);
        if (text == null) throw new IllegalArgumentException("no " + column.word());
        return text;
    }

    private long number(Column column) {
        return Long.parseLong(text(column));
    }
}

package games.drawbridge.functions.books;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.finance.Before;
import games.drawbridge.model.finance.Closing;
import games.drawbridge.model.finance.Contract;
import games.drawbridge.model.finance.Contracts;
import games.drawbridge.model.finance.Currency;
import games.drawbridge.model.finance.FeeTerms;
import games.drawbridge.model.finance.Field;
import games.drawbridge.model.finance.Money;
import games.drawbridge.model.finance.Movement;
import games.drawbridge.model.finance.ProviderName;
import games.drawbridge.model.finance.Rate;
import games.drawbridge.model.finance.Rates;
import games.drawbridge.model.finance.Sale;
import games.drawbridge.model.finance.Source;
import games.drawbridge.model.finance.Split;
import games.drawbridge.model.finance.Terms;
import games.drawbridge.model.player.PlayerId;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However long a month is, closing it takes the same memory. Every build writes 40,000 rows;
/// `./drawbridge bench books` the million of a big title.
class FlatMemoryTest {
    private static final int ROWS = Integer.getInteger("books.rows", 40_000);
    private static final Instant FIRST = Instant.parse("2026-10-01T00:00:00Z");
    private static final Currency USD = new Currency("USD");
    private static final FeeTerms TERMS =
            new FeeTerms(new BigDecimal("0.30"), FeeTerms.Base.GROSS, true);

    @TempDir private Path folder;

    @Test
    void aMonthOfManyRowsTakesTheMemoryOfAShortOne() throws IOException {
        long few = live(closed(ROWS / 8));
        long many = live(closed(ROWS));
        System.out.printf(
                "%d rows: %d MB live while closing, %d MB of files; an eighth of them: %d MB%n",
                ROWS, many >> 20, bytes() >> 20, few >> 20);
        assertThat(many - few).as("bytes more for eight times the rows").isLessThan(8 << 20);
    }

    /// What is held when the last row was taken, after the garbage was collected.
    private static long live(Object held) {
        System.gc();
        long used = 0;
        for (var pool : ManagementFactory.getMemoryPoolMXBeans())
            if (pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                used += pool.getUsage().getUsed();
        assertThat(held).isNotNull();
        return used;
    }

    private record Open(Draft draft, Closing closing) {}

    /// A draft and a closing that have taken so many rows, and are not at their end.
    private Open closed(int rows) throws IOException {
        var day = LocalDate.parse("2026-09-30");
        var rate = new Rate(USD, day, new BigDecimal("1.15"), "ecb");
        var terms =
                new Terms(
                        YearMonth.parse("2026-10"),
                        new Currency("EUR"),
                        new Rates(List.of(rate)),
                        new Contracts(
                                List.of(new Contract("blog", YearMonth.parse("2026-01"), 10, 0))),
                        Before.NOTHING);
        var closing = new Closing(terms);
        var draft = new Draft(folder, "movements", Field.MOVEMENT);
        for (int n = 0; n < rows; n++) {
            var movement = movement(n, rows);
            draft.add(Freezing.row(movement));
            closing.add(movement);
        }
        return new Open(draft, closing);
    }

    private static Movement movement(int n, int rows) {
        var at = FIRST.plusMillis(30L * 86_400_000 / rows * n);
        var source = new Source(ProviderName.STRIPE, "pi_" + n, "charge", at, false);
        var sale = new Sale(new PlayerId("p" + n), "o" + n, "gems", 1, "US", "US", null, "blog");
        var split = Split.charge(new Money(499, USD, 2), 40, TERMS);
        return new Movement(Movement.Kind.CHARGE, at, source, split, null, sale, null);
    }

    private long bytes() throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}

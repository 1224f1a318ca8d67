package games.drawbridge.functions.books;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A month closes while people go on buying in it, and what closes it dies again and again.
class BusyClosingTest {
    private static final Instant SEPTEMBER = Instant.parse("2026-09-01T00:00:00Z");
    private static final long SECONDS = 30L * 86_400;
    private static final int BEFORE = 100;
    private static final int MOST = 2_000;
    private static final int DEATHS = 6;

    private final Books books = new Books();
    private final Random dice = new Random(20261129);
    private final AtomicInteger sold = new AtomicInteger();

    @Test
    void everyMovementIsInOneStatementAndThatStays() throws Exception {
        books.rate("USD", "2026-09-30", "1.15");
        books.rate("USD", "2026-10-01", "1.15");
        books.contract("blog", "2026-09", 1_000, 300);
        for (int n = 0; n < BEFORE; n++) sell();
        closeWhileTheyBuy("2026-09");
        var statement = contents("2026-09");
        sell();
        assertThat(books.close("2026-09")).isTrue();
        assertThat(contents("2026-09")).isEqualTo(statement);
        closeAfterDeaths("2026-10");
        assertThat(contents("2026-09")).isEqualTo(statement);

        assertThat(ids("2026-09")).hasSizeGreaterThanOrEqualTo(BEFORE);
        assertThat(ids("2026-10")).as("what came too late").isNotEmpty();
        assertThat(Stream.of("2026-09", "2026-10").flatMap(month -> ids(month).stream()))
                .doesNotHaveDuplicates()
                .hasSize(sold.get());
        long gross = IntStream.range(0, sold.get()).mapToLong(BusyClosingTest::price).sum();
        assertThat(gross("2026-09") + gross("2026-10")).isEqualTo(gross);
    }

    private void closeWhileTheyBuy(String month) throws Exception {
        var open = new AtomicBoolean(true);
        try (var people = Executors.newSingleThreadExecutor()) {
            var buying =
                    people.submit(() -> {
                        while (open.get() && sold.get() < MOST) sell();
                    });
            closeAfterDeaths(month);
            open.set(false);
            buying.get();
        }
    }

    private void closeAfterDeaths(String month) {
        books.ask(month);
        for (int n = 0; n < DEATHS; n++) {
            books.world.refuseObjectsAfter(dice.nextInt(40));
            books.close(month);
        }
        books.world.refuseObjectsAfter(Integer.MAX_VALUE);
        assertThat(books.close(month)).isTrue();
        assertThat(books.show(month).text("/state")).isEqualTo("closed");
    }

    private void sell() {
        int n = sold.getAndIncrement();
        var at = SEPTEMBER.plusSeconds(n * 7_919L % SECONDS);
        books.charge("p" + n, "EUR", price(n), n % 2 == 0 ? "blog" : null, at.toString());
    }

    private static long price(int n) {
        return 600 + n;
    }

    private List<String> ids(String month) {
        return books.file(month, "movements.csv")
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    private long gross(String month) {
        return books.file(month, "currencies.csv")
                .lines()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.split(",")[3]))
                .sum();
    }

    private Map<String, String> contents(String month) {
        var hashes = new TreeMap<String, String>();
        books.world
                .objects("BooksBucket")
                .forEach((key, bytes) -> {
                    if (key.startsWith("statements/" + month))
                        hashes.put(key, Digest.sha256(bytes));
                });
        return hashes;
    }
}

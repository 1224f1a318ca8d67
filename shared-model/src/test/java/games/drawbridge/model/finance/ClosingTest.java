package games.drawbridge.model.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A year of the generator's payments against the oracle, to the minor unit. Every build does
/// 5,000; `./drawbridge bench books` 200,000, the year of a title that sells.
class ClosingTest {
    private static final long SEED = Long.getLong("books.seed", 20261129);
    private static final int PAYMENTS = Integer.getInteger("books.payments", 5_000);
    private static final Currency EUR = new Currency("EUR");
    private static final YearMonth FIRST = YearMonth.parse("2026-01");
    private static final YearMonth LAST = YearMonth.parse("2027-03");

    private static final List<Movement> movements = Year.movements(SEED, PAYMENTS);
    private static final Map<YearMonth, Statement> books = new TreeMap<>();
    private static final Oracle oracle =
            new Oracle(movements, Year.rates(SEED), Year.contracts(), EUR);

    @BeforeAll
    static void closeEveryMonth() {
        var before = Before.NOTHING;
        for (var month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            var statement = close(month, before, movements);
            books.put(month, statement);
            before = Before.of(statement);
        }
    }

    private static Statement close(YearMonth month, Before before, List<Movement> movements) {
        var rates = new Rates(Year.rates(SEED));
        var contracts = new Contracts(Year.contracts());
        var closing = new Closing(new Terms(month, EUR, rates, contracts, before));
        for (var movement : movements) if (movement.month().equals(month)) closing.add(movement);
        return closing.statement();
    }

    @Test
    void everyMovementIsInOneStatement() {
        assertThat(books.values().stream().mapToLong(it -> it.totals().rows()).sum())
                .isEqualTo(movements.size());
        assertThat(movements.stream().map(Movement::id).distinct()).hasSize(movements.size());
        System.out.printf(
                "%d payments of seed %d: %d movements in %d statements%n",
                PAYMENTS, SEED, movements.size(), books.size());
        assertThat(movements.size()).isGreaterThan(PAYMENTS);
        assertThat(movements.stream().map(Movement::kind).distinct()).hasSize(6);
        assertThat(movements.stream().map(it -> it.split().currency()).distinct()).hasSize(12);
    }

    @Test
    void perCurrency() {
        books.forEach((month, statement) ->
                assertThat(sums(statement.currencies(), Line.PerCurrency::sum, _ -> ""))
                        .isEqualTo(oracle.sums(month, it -> " " + it.split().currency())));
    }

    @Test
    void perProvider() {
        books.forEach((month, statement) ->
                assertThat(sums(statement.fees(), Line.Fee::sum, it -> it.provider().word()))
                        .isEqualTo(
                                oracle.sums(
                                        month,
                                        it ->
                                                it.source().provider().word()
                                                        + " "
                                                        + it.split().currency())));
    }

    @Test
    void perCountry() {
        books.forEach((month, statement) ->
                assertThat(
                                sums(
                                        statement.taxes(),
                                        Line.Tax::sum,
                                        it -> it.country() + it.treatment() + it.provider().word()))
                        .isEqualTo(
                                oracle.sums(
                                        month,
                                        it ->
                                                it.sale().taxCountry()
                                                        + it.sale().taxTreatment()
                                                        + it.source().provider().word()
                                                        + " "
                                                        + it.split().currency())));
    }

    private static <L> Map<String, List<BigDecimal>> sums(
            List<L> lines, Function<L, Sum> sum, Function<L, String> name) {
        var sums = new TreeMap<String, List<BigDecimal>>();
        for (L line : lines) {
            var split = sum.apply(line).split();
            var amounts =
                    Stream.of(split.gross(), split.tax(), split.fee(), split.net())
                            .map(minor -> BigDecimal.valueOf(minor, split.exponent()))
                            .map(BigDecimal::stripTrailingZeros)
                            .toList();
            sums.put(name.apply(line) + " " + split.currency(), amounts);
        }
        return sums;
    }

    @Test
    void inTheReportingCurrency() {
        books.forEach((month, statement) -> {
            var totals = statement.totals();
            assertThat(totals.converted().gross()).isEqualTo(oracle.total(month, Split::gross));
            assertThat(totals.converted().tax()).isEqualTo(oracle.total(month, Split::tax));
            assertThat(totals.converted().fee()).isEqualTo(oracle.total(month, Split::fee));
            assertThat(totals.converted().net()).isEqualTo(oracle.total(month, Split::net));
            assertThat(totals.own()).isEqualTo(oracle.own(month));
        });
    }

    @Test
    void whatIsLeftByRoundingIsSmallAndNamed() {
        books.forEach((_, statement) -> {
            var lines = statement.conversions().size();
            assertThat(Math.abs(statement.totals().converted().rounding()))
                    .isLessThanOrEqualTo(2L * lines);
            assertThat(Math.abs(statement.totals().ownRounding()))
                    .isLessThanOrEqualTo(1L + lines / 2);
        });
        assertThat(books.values().stream().mapToLong(it -> it.totals().converted().rounding()))
                .anyMatch(rounding -> rounding != 0);
    }

    @Test
    void affiliatesGetWhatTheirContractsSay() {
        books.forEach((month, statement) -> {
            var payouts = new TreeMap<String, List<Long>>();
            for (var it : statement.payouts())
                payouts.put(
                        it.affiliate(), List.of(it.carried(), it.shares(), it.paid(), it.left()));
            assertThat(payouts).isEqualTo(oracle.payouts(FIRST, month));
        });
        assertThat(books.get(LAST).unagreed())
                .extracting(Line.Unagreed::affiliate)
                .contains("aff-19");
        var all = books.values().stream().flatMap(it -> it.payouts().stream()).toList();
        assertThat(all).anyMatch(it -> it.left() < 0).anyMatch(it -> it.paid() > 0);
        assertThat(all).anyMatch(it -> it.left() > 0 && it.left() < it.minimum());
    }

    @Test
    void whatNobodyHasARateForStaysOpen() {
        var open = books.get(LAST).open();
        assertThat(open).extracting(it -> it.sum().split().currency().code()).contains("XCD");
        assertThat(books.get(LAST).totals().open())
                .isEqualTo(open.stream().mapToLong(it -> it.sum().rows()).sum())
                .isPositive();
    }

    @Test
    void theOrderOfMovementsDoesNotMatter() {
        var backwards = movements.reversed();
        var month = YearMonth.parse("2026-07");
        var before = Before.of(books.get(month.minusMonths(1)));
        assertThat(close(month, before, backwards)).isEqualTo(books.get(month));
    }
}

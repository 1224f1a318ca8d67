package games.drawbridge.functions.books;

import games.drawbridge.model.finance.Before;
import games.drawbridge.model.finance.Contract;
import games.drawbridge.model.finance.Contracts;
import games.drawbridge.model.finance.Currency;
import games.drawbridge.model.finance.Line;
import games.drawbridge.model.finance.Rate;
import games.drawbridge.model.finance.Rates;
import games.drawbridge.model.finance.Split;
import games.drawbridge.model.finance.Sum;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Reads what a month is made of, and what the month before left.
final class Pinned {
    private final BookStore store;

    Pinned(BookStore store) {
        this.store = store;
    }

    Rates rates(Period period) throws IOException {
        return new Rates(
                all(
                        period.key(Period.RATES),
                        row ->
                                new Rate(
                                        new Currency(row.text("currency")),
                                        LocalDate.parse(row.text("day")),
                                        new BigDecimal(row.text("perEuro")),
                                        row.text("source"))));
    }

    Contracts contracts(Period period) throws IOException {
        return new Contracts(
                all(
                        period.key(Period.CONTRACTS),
                        row ->
                                new Contract(
                                        row.text("affiliate"),
                                        YearMonth.parse(row.text("from")),
                                        (int) row.number("share"),
                                        row.number("minimum"))));
    }

    Before before(YearMonth month) throws IOException {
        return new Before(
                all(BookStore.key(month, "open.csv"), Pinned::open),
                all(
                        BookStore.key(month, "unagreed.csv"),
                        row ->
                                new Line.Unagreed(
                                        row.text("affiliate"),
                                        YearMonth.parse(row.text("saleMonth")),
                                        new BigDecimal(row.text("base")))),
                all(
                        BookStore.key(month, "payouts.csv"),
                        row ->
                                new Line.Payout(
                                        row.text("affiliate"),
                                        row.number("carried"),
                                        row.number("shares"),
                                        row.number("minimum"),
                                        row.number("paid"),
                                        row.number("left"))));
    }

    private static Line.Open open(CsvRows.CsvRow row) {
        var split =
                new Split(
                        new Currency(row.text("currency")),
                        (int) row.number("exponent"),
                        row.number("gross"),
                        row.number("tax"),
                        row.number("fee"),
                        row.number("net"));
        return new Line.Open(
                YearMonth.parse(row.text("month")),
                LocalDate.parse(row.text("day")),
                row.has("affiliate") ? row.text("affiliate") : null,
                YearMonth.parse(row.text("saleMonth")),
                new Sum(split, row.number("rows")));
    }

    private <T> List<T> all(String key, Function<CsvRows.CsvRow, T> parse) throws IOException {
        var all = new ArrayList<T>();
        try (var rows = new CsvRows(store.open(key))) {
            while (rows.hasNext()) all.add(parse.apply(rows.next()));
        }
        return all;
    }
}

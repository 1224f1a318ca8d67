package games.drawbridge.model.finance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Closes a month: takes its movements one by one, in any order, and keeps sums of them only.
public final class Closing {
    private final Terms terms;
    private final Sharing sharing;
    private final TreeMap<String, Line.PerCurrency> currencies = new TreeMap<>();
    private final TreeMap<String, Line.Tax> taxes = new TreeMap<>();
    private final TreeMap<String, Line.Fee> fees = new TreeMap<>();
    private final TreeMap<String, Day> days = new TreeMap<>();
    private final TreeMap<String, Line.Open> open = new TreeMap<>();
    private long rows;
    private long tests;

    /// Movements that are converted together: of one day, in one currency, at one rate.
    private record Day(YearMonth month, LocalDate day, Quote quote, Sum sum) {
        Day plus(Day other) {
            return new Day(month, day, quote, sum.plus(other.sum));
        }

        Line.Conversion line(Currency into) {
            var converted = Converted.of(sum.split(), quote.rate(), into);
            return new Line.Conversion(month, day, quote, sum, converted);
        }
    }

    public Closing(Terms terms) {
        this.terms = terms;
        sharing = new Sharing(terms);
        for (var each : terms.before().open()) {
            var currency = each.sum().split().currency();
            convert(each, terms.rates().quote(currency, terms.reporting(), each.day()));
        }
    }

    /// @throws ArithmeticException when a sum is too much to count
    public void add(Movement movement) {
        rows++;
        if (movement.source().test()) {
            tests++;
            return;
        }
        var sum = Sum.none(movement.split().currency()).plus(movement.split());
        var sale = movement.sale();
        var provider = movement.source().provider();
        String currency = movement.split().currency().code();
        currencies.merge(currency, new Line.PerCurrency(sum), Line.PerCurrency::plus);
        fees.merge(key(provider.word(), currency), new Line.Fee(provider, sum), Line.Fee::plus);
        taxes.merge(
                key(sale.taxCountry(), sale.taxTreatment(), provider.word(), currency),
                new Line.Tax(sale.taxCountry(), sale.taxTreatment(), provider, sum),
                Line.Tax::plus);
        var original = movement.original();
        var saleMonth = original == null ? movement.month() : original.month();
        var day = movement.source().day();
        convert(
                new Line.Open(movement.month(), day, sale.affiliate(), saleMonth, sum),
                terms.rates().quote(movement, terms.reporting()));
    }

    private void convert(Line.Open it, Optional<Quote> found) {
        var month = it.month().toString();
        var day = it.day().toString();
        var split = it.sum().split();
        var currency = split.currency().code();
        if (found.isEmpty()) {
            open.merge(
                    key(month, currency, day, it.affiliate(), it.saleMonth().toString()),
                    it,
                    Line.Open::plus);
            return;
        }
        var quote = found.get();
        days.merge(
                key(month, currency, day, quote.source(), quote.rate().toPlainString()),
                new Day(it.month(), it.day(), quote, it.sum()),
                Day::plus);
        sharing.add(it.affiliate(), it.saleMonth(), split, quote);
    }

    /// What all of it comes to.
    public Statement statement() {
        var conversions = new ArrayList<Line.Conversion>();
        var converted = Converted.NOTHING;
        for (var day : days.values()) {
            var line = day.line(terms.reporting());
            conversions.add(line);
            converted = converted.plus(line.converted());
        }
        sharing.settle();
        long own = sharing.own();
        long theirs = sharing.affiliates();
        var totals =
                new Totals(
                        rows,
                        tests,
                        open.values().stream().mapToLong(it -> it.sum().rows()).sum(),
                        converted,
                        own,
                        theirs,
                        converted.net() - own - theirs,
                        sharing.shares().stream().mapToLong(Line.Share::amount).sum(),
                        sharing.payouts().stream().mapToLong(Line.Payout::paid).sum());
        return new Statement(
                totals,
                List.copyOf(currencies.values()),
                List.copyOf(taxes.values()),
                List.copyOf(fees.values()),
                conversions,
                List.copyOf(open.values()),
                sharing.shares(),
                sharing.unagreed(),
                sharing.payouts());
    }

    /// A separator that sorts before all letters keeps the order of the parts.
    static String key(@Nullable String... parts) {
        var key = new StringBuilder();
        for (String part : parts) key.append(part == null ? "" : part).append('\0');
        return key.toString();
    }
}

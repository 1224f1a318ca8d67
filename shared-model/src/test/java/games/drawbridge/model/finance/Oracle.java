package games.drawbridge.model.finance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// The books computed in another way: everything is kept as rows and looked through again for every
/// single figure, amounts are fractions of whole numbers, and rounding is done by hand. Slow, and
/// with nothing of the statement's code in it.
final class Oracle {
    private final List<Movement> all;
    private final List<Contract> contracts;
    private final Currency reporting;
    private final Map<String, Fraction> quotes = new HashMap<>();
    private final Map<String, BigDecimal> known = new HashMap<>();
    private final Map<YearMonth, List<Movement>> months = new HashMap<>();
    private final Map<YearMonth, List<Movement>> quoted = new HashMap<>();
    private final Map<String, Long> earned = new HashMap<>();

    Oracle(List<Movement> all, List<Rate> rates, List<Contract> contracts, Currency reporting) {
        this.all = all.stream().filter(it -> !it.source().test()).toList();
        for (var rate : rates) known.put(rate.currency() + " " + rate.day(), rate.perEuro());
        this.contracts = contracts;
        this.reporting = reporting;
    }

    /// A number without any rounding.
    record Fraction(BigInteger up, BigInteger down) {
        static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

        static Fraction of(BigDecimal number) {
            return number.scale() <= 0
                    ? new Fraction(number.toBigIntegerExact(), BigInteger.ONE)
                    : new Fraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
        }

        Fraction times(Fraction other) {
            return new Fraction(up.multiply(other.up), down.multiply(other.down));
        }

        Fraction plus(Fraction other) {
            var sum =
                    new Fraction(
                            up.multiply(other.down).add(other.up.multiply(down)),
                            down.multiply(other.down));
            var common = sum.up.gcd(sum.down);
            return common.signum() == 0
                    ? ZERO
                    : new Fraction(sum.up.divide(common), sum.down.divide(common));
        }

        /// To the nearest whole number, a half to the even one.
        long rounded() {
            var twice = up.abs().multiply(BigInteger.TWO).add(down);
            var parts = twice.divideAndRemainder(down.multiply(BigInteger.TWO));
            long result = parts[0].longValueExact();
            if (parts[1].signum() == 0 && result % 2 == 1) result--;
            return up.signum() < 0 ? -result : result;
        }
    }

    /// The movements of a month's books. All rates of the year are known from the start here, so a
    /// movement is converted with its month or never.
    List<Movement> of(YearMonth month) {
        return months.computeIfAbsent(
                month, _ -> all.stream().filter(it -> it.month().equals(month)).toList());
    }

    private List<Movement> converted(YearMonth month) {
        return quoted.computeIfAbsent(
                month, _ -> of(month).stream().filter(it -> quote(it) != null).toList());
    }

    /// One minor unit of the movement in minor units of the reporting currency.
    private Fraction quote(Movement movement) {
        var day = movement.source().day();
        var settlement = movement.settlement();
        String key =
                movement.split().currency()
                        + " "
                        + day
                        + (settlement == null ? "" : " " + settlement.rate());
        if (!quotes.containsKey(key)) quotes.put(key, found(movement, day));
        return quotes.get(key);
    }

    private Fraction found(Movement movement, LocalDate day) {
        var rate = rate(movement.split().currency(), day);
        var settlement = movement.settlement();
        if (rate == null && settlement != null) {
            var on = rate(settlement.amount().currency(), day);
            if (on != null)
                rate =
                        settlement
                                .rate()
                                .multiply(on)
                                .round(new MathContext(16, RoundingMode.HALF_EVEN));
        }
        return rate == null ? null : Fraction.of(rate);
    }

    /// A provider's own rate makes a line of its own.
    private String source(Movement movement) {
        var quoted = rate(movement.split().currency(), movement.source().day()) != null;
        return quoted ? "" : movement.source().provider().word();
    }

    private BigDecimal rate(Currency from, LocalDate day) {
        if (from.equals(reporting)) return BigDecimal.ONE;
        for (int back = 0; back < 10; back++) {
            var one = perEuro(from, day.minusDays(back));
            if (one == null) continue;
            for (int other = 0; other < 10; other++) {
                var to = perEuro(reporting, day.minusDays(other));
                if (to != null) return to.divide(one, new MathContext(16, RoundingMode.HALF_EVEN));
            }
        }
        return null;
    }

    private BigDecimal perEuro(Currency currency, LocalDate day) {
        if (currency.code().equals("EUR")) return BigDecimal.ONE;
        return known.get(currency + " " + day);
    }

    private Fraction reported(Movement movement, ToLongFunction<Split> amount) {
        var split = movement.split();
        var whole = Fraction.of(BigDecimal.valueOf(amount.applyAsLong(split), split.exponent()));
        var unit = Fraction.of(BigDecimal.TEN.pow(reporting.exponent()));
        return whole.times(quote(movement)).times(unit);
    }

    private Fraction reported(List<Movement> movements, ToLongFunction<Split> amount) {
        var sum = Fraction.ZERO;
        for (var movement : movements) sum = sum.plus(reported(movement, amount));
        return sum;
    }

    /// Sum of one amount over the lines of conversion, each rounded for itself.
    long total(YearMonth month, ToLongFunction<Split> amount) {
        return by(
                        converted(month),
                        it ->
                                it.split().currency()
                                        + " "
                                        + it.source().day()
                                        + " "
                                        + quote(it)
                                        + source(it))
                .values()
                .stream()
                .mapToLong(line -> reported(line, amount).rounded())
                .sum();
    }

    long own(YearMonth month) {
        var own = converted(month).stream().filter(it -> it.sale().affiliate() == null).toList();
        return reported(own, Split::net).rounded();
    }

    /// In whole units, per any text: gross, tax, fee, net.
    Map<String, List<BigDecimal>> sums(YearMonth month, Function<Movement, String> by) {
        var sums = new TreeMap<String, List<BigDecimal>>();
        by(of(month), by)
                .forEach((key, rows) ->
                        sums.put(
                                key,
                                List.of(
                                        whole(rows, Split::gross),
                                        whole(rows, Split::tax),
                                        whole(rows, Split::fee),
                                        whole(rows, Split::net))));
        return sums;
    }

    private static BigDecimal whole(List<Movement> rows, ToLongFunction<Split> amount) {
        var sum = BigDecimal.ZERO;
        for (var row : rows)
            sum =
                    sum.add(
                            BigDecimal.valueOf(amount.applyAsLong(row.split()))
                                    .scaleByPowerOfTen(-row.split().exponent()));
        return sum.stripTrailingZeros();
    }

    /// What each affiliate was paid in a month, and what is left: from the beginning of time, month
    /// by month.
    Map<String, List<Long>> payouts(YearMonth first, YearMonth last) {
        var left = new TreeMap<String, Long>();
        var result = new TreeMap<String, List<Long>>();
        for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            result.clear();
            var names = new TreeSet<>(left.keySet());
            for (var it : converted(month))
                if (it.sale().affiliate() != null) names.add(it.sale().affiliate());
            for (String name : names) {
                long earned = earned(name, month);
                long carried = left.getOrDefault(name, 0L);
                long due = carried + earned;
                var contract = contract(name, month);
                long minimum = contract == null ? 0 : contract.minimum();
                long paid = due > 0 && due >= minimum ? due : 0;
                left.put(name, due - paid);
                if (carried != 0 || earned != 0)
                    result.put(name, List.of(carried, earned, paid, due - paid));
            }
        }
        return result;
    }

    private long earned(String affiliate, YearMonth month) {
        return earned.computeIfAbsent(affiliate + month, _ -> summed(affiliate, month));
    }

    private long summed(String affiliate, YearMonth month) {
        var mine =
                converted(month).stream()
                        .filter(it -> affiliate.equals(it.sale().affiliate()))
                        .toList();
        long sum = 0;
        for (var line : by(mine, it -> sold(it).toString()).values()) {
            var contract = contract(affiliate, sold(line.getFirst()));
            if (contract == null) continue;
            var share = Fraction.of(BigDecimal.valueOf(contract.share(), 4));
            sum += reported(line, Split::net).times(share).rounded();
        }
        return sum;
    }

    private static YearMonth sold(Movement movement) {
        var original = movement.original();
        return original == null ? movement.month() : original.month();
    }

    private Contract contract(String affiliate, YearMonth month) {
        Contract found = null;
        for (var each : contracts)
            if (each.affiliate().equals(affiliate)
                    && !each.from().isAfter(month)
                    && (found == null || each.from().isAfter(found.from()))) found = each;
        return found;
    }

    private static Map<String, List<Movement>> by(
            List<Movement> movements, Function<Movement, String> key) {
        var groups = new TreeMap<String, List<Movement>>();
        for (var each : movements)
            groups.computeIfAbsent(key.apply(each), _ -> new ArrayList<>()).add(each);
        return groups;
    }
}

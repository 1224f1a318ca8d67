package games.drawbridge.model.finance;

import games.drawbridge.model.player.PlayerId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A year of payments made of a seed: twelve currencies with all oddities of exponents, refunds in
/// parts, chargebacks, reversals, dispute fees, corrections, test payments, notices that come up to
/// six weeks late; a year's rates with weekends, holidays and gaps; affiliates whose contracts
/// change.
public final class Year {
    private static final int DAYS = 365;
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    /// Code, typical price, and what one euro is of it: 0 where the European Central Bank does not
    /// say.
    private static final List<Kind> CURRENCIES =
            List.of(
                    new Kind("EUR", "4.99", 0, "1.15"),
                    new Kind("USD", "4.99", 1.15, "1"),
                    new Kind("GBP", "3.99", 0.86, "1.34"),
                    new Kind("JPY", "600", 171.3, "0.0067"),
                    new Kind("KWD", "1.500", 0, "3.25"),
                    new Kind("ISK", "690", 143.7, "0.008"),
                    new Kind("TWD", "150", 0, "0.033452694"),
                    new Kind("TND", "14.900", 0, "0.34"),
                    new Kind("BRL", "24.90", 6.3, "0.18"),
                    new Kind("PLN", "19.99", 4.25, "0.27"),
                    new Kind("KRW", "6600", 1610.5, "0.0007"),
                    // neither the bank nor the provider says: stays open until somebody does
                    new Kind("XCD", "12.00", 0, ""));

    private static final List<String> COUNTRIES = List.of("DE", "US", "GB", "JP", "FR", "BR", "TN");

    /// @param payout what one is in dollars, as the provider says; empty: it does not
    private record Kind(String code, String price, double perEuro, String payout) {}

    private final int payments;
    private final RandomGenerator dice;
    private final List<Movement> movements = new ArrayList<>();
    private final Map<String, Integer> rows = new HashMap<>();

    private Year(long seed, int payments) {
        this.payments = payments;
        dice = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// In no particular order.
    public static List<Movement> movements(long seed, int payments) {
        var year = new Year(seed, payments);
        for (int n = 0; n < payments; n++) year.payment(n);
        return year.movements;
    }

    private void payment(int n) {
        var provider = ProviderName.values()[dice.nextInt(3)];
        var kind = CURRENCIES.get(dice.nextInt(dice.nextInt(10) == 0 ? 12 : 11));
        var currency = new Currency(kind.code);
        var at =
                FIRST.atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .plusMillis(dice.nextLong(Duration.ofDays(DAYS).toMillis()));
        // one notice in fifty is lost, and found weeks later
        var booked = at.plusMillis(dice.nextInt(50) == 0 ? dice.nextLong(42L * 86_400_000) : 900);
        int exponent = provider.exponent(currency);
        var price =
                new BigDecimal(kind.price)
                        .multiply(BigDecimal.valueOf(1 + dice.nextInt(40)))
                        .setScale(exponent, RoundingMode.DOWN);
        var gross = Money.parse(price.toPlainString(), currency, provider);
        var terms = terms(provider);
        long tax = dice.nextInt(3) == 0 ? 0 : gross.minor() * dice.nextInt(25) / 125;
        var split = Split.charge(gross, tax, terms);
        var source = new Source(provider, "p" + n, "charge", at, dice.nextInt(100) == 0);
        var sale = sale(n);
        var charge =
                new Movement(
                        Movement.Kind.CHARGE,
                        booked,
                        source,
                        split,
                        settlement(kind, split, source),
                        sale,
                        null);
        movements.add(charge);
        follow(charge, kind, terms);
    }

    private Sale sale(int n) {
        String country = COUNTRIES.get(dice.nextInt(COUNTRIES.size()));
        String affiliate = dice.nextInt(3) == 0 ? null : "aff-" + dice.nextInt(20);
        // one sells little, however many the payments are: they wait, and they owe
        if (n % (payments / 40) == 0) affiliate = "aff-20";
        return new Sale(
                new PlayerId("player-" + dice.nextInt(5000)),
                "o" + n,
                "gems",
                1,
                country,
                dice.nextInt(20) == 0 ? null : country,
                dice.nextBoolean() ? "tax_remitted" : "already_paid",
                affiliate);
    }

    private static FeeTerms terms(ProviderName provider) {
        return switch (provider) {
            case FACEBOOK ->
                    new FeeTerms(new BigDecimal("0.30"), FeeTerms.Base.GROSS_WITHOUT_TAX, true);
            case INSTANT -> new FeeTerms(new BigDecimal("0.30"), FeeTerms.Base.GROSS, true);
            case STRIPE -> new FeeTerms(new BigDecimal("0.029"), FeeTerms.Base.GROSS, false);
        };
    }

    private Settlement settlement(Kind kind, Split split, Source source) {
        if (kind.payout.isEmpty() || source.provider() == ProviderName.STRIPE) return null;
        var rate =
                new BigDecimal(kind.payout)
                        .multiply(BigDecimal.valueOf(9_900 + source.day().getDayOfYear(), 4));
        return Settlement.of(
                split, rate, source.provider().word(), source.day(), new Currency("USD"));
    }

    /// What comes after a charge.
    private void follow(Movement charge, Kind kind, FeeTerms terms) {
        var left = charge.split();
        int fate = dice.nextInt(20);
        if (fate < 2)
            for (int part = 0; part <= dice.nextInt(3) && left.gross() > 0; part++) {
                long back = dice.nextInt(3) == 0 ? 1 + dice.nextLong(left.gross()) : left.gross();
                var split = left.back(back, terms);
                left = left.plus(split);
                after(charge, kind, Movement.Kind.REFUND, split);
            }
        if (fate == 2) {
            var split = left.back(left.gross(), terms);
            after(charge, kind, Movement.Kind.CHARGEBACK, split);
            after(
                    charge,
                    kind,
                    Movement.Kind.FEE,
                    Split.fee(new Money(15, split.currency(), split.exponent())));
            if (dice.nextBoolean()) after(charge, kind, Movement.Kind.REVERSAL, split.negated());
        }
        if (fate == 3) {
            long more = dice.nextLong(11) - 5;
            var none = new Money(0, left.currency(), left.exponent());
            after(charge, kind, Movement.Kind.ADJUSTMENT, Split.of(none, 0, more));
        }
    }

    private void after(Movement charge, Kind kind, Movement.Kind what, Split split) {
        var first = charge.source();
        Instant at = first.at().plusMillis(1 + dice.nextLong(70L * 86_400_000));
        int n = rows.merge(charge.id(), 1, Integer::sum);
        var source =
                new Source(first.provider(), first.payment(), what.word() + n, at, first.test());
        movements.add(
                new Movement(
                        what,
                        at.plusMillis(700),
                        source,
                        split,
                        settlement(kind, split, source),
                        charge.sale(),
                        new Original(charge.id(), charge.month())));
    }

    /// From three weeks before the year to ten weeks after it.
    public static List<Rate> rates(long seed) {
        var dice = RandomGeneratorFactory.of("L64X128MixRandom").create(seed + 1);
        var rates = new ArrayList<Rate>();
        for (int n = -21; n < DAYS + 140; n++) {
            var day = FIRST.plusDays(n);
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 || closed(day)) continue;
            for (var kind : CURRENCIES) {
                // the króna is not quoted for most of March, nor for some time afterwards
                boolean gap = kind.code.equals("ISK") && day.getMonthValue() == 3;
                if (kind.perEuro == 0 || gap) continue;
                var rate =
                        BigDecimal.valueOf(kind.perEuro * (0.95 + dice.nextDouble() / 10))
                                .setScale(4, RoundingMode.HALF_EVEN);
                rates.add(new Rate(new Currency(kind.code), day, rate, "ecb"));
            }
        }
        return rates;
    }

    private static boolean closed(LocalDate day) {
        return List.of("01-01", "04-03", "04-06", "05-01", "12-25", "12-26")
                .contains(day.toString().substring(5));
    }

    /// Twenty-one affiliates; one of them has no contract before June, and every third gets another
    /// share in July.
    public static List<Contract> contracts() {
        var contracts = new ArrayList<Contract>();
        for (int n = 0; n <= 20; n++) {
            var from = YearMonth.parse(n == 19 ? "2026-06" : "2025-01");
            contracts.add(new Contract("aff-" + n, from, 500 + 137 * n, 5_000L * n));
            if (n % 3 == 0)
                contracts.add(
                        new Contract("aff-" + n, YearMonth.parse("2026-07"), 333 * n % 4000, 100));
        }
        return contracts;
    }
}

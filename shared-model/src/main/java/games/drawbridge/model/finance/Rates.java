package games.drawbridge.model.finance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What currencies were to each other, as far as anybody said.
public final class Rates {
    /// How many days old a rate may be: Christmas and Easter close the banks for four or five. What
    /// is older belongs to a currency that is quoted no more.
    private static final int OLDEST = 10;

    private static final Currency EURO = new Currency("EUR");
    private static final MathContext DIGITS = new MathContext(16, RoundingMode.HALF_EVEN);

    private final Map<Currency, TreeMap<LocalDate, Rate>> rates = new HashMap<>();

    /// @param rates at most one of each currency and day
    public Rates(Collection<Rate> rates) {
        for (Rate rate : rates)
            this.rates.computeIfAbsent(rate.currency(), _ -> new TreeMap<>()).put(rate.day(), rate);
    }

    /// The day's rate, or the last one before: there is none on weekends and holidays. Empty where
    /// nobody knows.
    public Optional<Quote> quote(Currency from, Currency to, LocalDate day) {
        if (from.equals(to)) return Optional.of(new Quote(BigDecimal.ONE, day, "same"));
        return perEuro(from, day).flatMap(one -> perEuro(to, day).map(other -> cross(one, other)));
    }

    /// The same for a movement; where its currency is not quoted, by way of the one in which its
    /// provider pays out.
    public Optional<Quote> quote(Movement movement, Currency to) {
        var day = movement.source().day();
        var direct = quote(movement.split().currency(), to, day);
        var settlement = movement.settlement();
        if (direct.isPresent() || settlement == null) return direct;
        return quote(settlement.amount().currency(), to, day)
                .map(on ->
                        new Quote(
                                settlement.rate().multiply(on.rate()).round(DIGITS),
                                on.day(),
                                settlement.source() + "+" + on.source()));
    }

    private Optional<Rate> perEuro(Currency currency, LocalDate day) {
        if (currency.equals(EURO)) return Optional.of(new Rate(EURO, day, BigDecimal.ONE, ""));
        var known = rates.get(currency);
        if (known == null) return Optional.empty();
        return Optional.ofNullable(known.floorEntry(day))
                .map(Map.Entry::getValue)
                .filter(rate -> rate.day().isAfter(day.minusDays(OLDEST)));
    }

    private static Quote cross(Rate from, Rate to) {
        var named = from.currency().equals(EURO) ? to : from;
        var day = from.day().isBefore(to.day()) ? from.day() : to.day();
        return new Quote(to.perEuro().divide(from.perEuro(), DIGITS), day, named.source());
    }
}

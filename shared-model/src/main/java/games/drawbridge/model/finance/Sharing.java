package games.drawbridge.model.finance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What affiliates earn of a month. Amounts are added up exactly and rounded once, at the end of an
/// affiliate's line.
final class Sharing {
    private final Terms terms;
    private final TreeMap<String, Line.Unagreed> bases = new TreeMap<>();
    private final List<Line.Share> shares = new ArrayList<>();
    private final List<Line.Unagreed> unagreed = new ArrayList<>();
    private final List<Line.Payout> payouts = new ArrayList<>();
    private BigDecimal own = BigDecimal.ZERO;
    private BigDecimal theirs = BigDecimal.ZERO;

    Sharing(Terms terms) {
        this.terms = terms;
        terms.before().unagreed().forEach(this::add);
    }

    void add(@Nullable String affiliate, YearMonth saleMonth, Split split, Quote quote) {
        var net = BigDecimal.valueOf(split.net(), split.exponent()).multiply(quote.rate());
        if (affiliate == null) {
            own = own.add(net);
            return;
        }
        theirs = theirs.add(net);
        add(new Line.Unagreed(affiliate, saleMonth, net));
    }

    private void add(Line.Unagreed base) {
        bases.merge(
                Closing.key(base.affiliate(), base.saleMonth().toString()),
                base,
                (one, other) ->
                        new Line.Unagreed(
                                one.affiliate(), one.saleMonth(), one.base().add(other.base())));
    }

    /// To be asked once, when everything was added.
    void settle() {
        var earned = new TreeMap<String, Long>();
        for (var base : bases.values()) {
            var contract = terms.contracts().of(base.affiliate(), base.saleMonth());
            if (contract.isEmpty()) {
                unagreed.add(base);
                continue;
            }
            int share = contract.get().share();
            var part = base.base().multiply(BigDecimal.valueOf(share, 4));
            var line =
                    new Line.Share(
                            base.affiliate(),
                            base.saleMonth(),
                            share,
                            minor(base.base()),
                            minor(part));
            shares.add(line);
            earned.merge(line.affiliate(), line.amount(), Math::addExact);
        }
        var carried = new TreeMap<String, Long>();
        for (var payout : terms.before().payouts()) carried.put(payout.affiliate(), payout.left());
        var all = new TreeSet<>(earned.keySet());
        all.addAll(carried.keySet());
        for (String affiliate : all)
            payouts.add(
                    payout(
                            affiliate,
                            carried.getOrDefault(affiliate, 0L),
                            earned.getOrDefault(affiliate, 0L)));
        payouts.removeIf(it -> it.carried() == 0 && it.shares() == 0);
    }

    private Line.Payout payout(String affiliate, long carried, long shares) {
        long due = Math.addExact(carried, shares);
        long minimum =
                terms.contracts().of(affiliate, terms.month()).map(Contract::minimum).orElse(0L);
        long paid = due > 0 && due >= minimum ? due : 0;
        return new Line.Payout(affiliate, carried, shares, minimum, paid, due - paid);
    }

    private long minor(BigDecimal whole) {
        var reporting = terms.reporting();
        return Money.of(whole, reporting, reporting.exponent(), RoundingMode.HALF_EVEN).minor();
    }

    long own() {
        return minor(own);
    }

    long affiliates() {
        return minor(theirs);
    }

    List<Line.Share> shares() {
        return shares;
    }

    List<Line.Unagreed> unagreed() {
        return unagreed;
    }

    List<Line.Payout> payouts() {
        return payouts;
    }
}

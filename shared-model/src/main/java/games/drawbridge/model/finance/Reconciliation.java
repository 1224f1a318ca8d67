package games.drawbridge.model.finance;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Holds the movements of one of a provider's days against its report of that day.
public final class Reconciliation {
    /// Minor units by which amounts may differ: providers round otherwise.
    private static final long TOLERANCE = 1;

    /// How long a movement may wait to be in a report.
    private static final Duration PATIENCE = Duration.ofDays(2);

    private final Instant now;
    private final TreeMap<String, Side> sides = new TreeMap<>();
    private final TreeMap<String, Integer> payments = new TreeMap<>();

    /// By kind and currency, as the sides are of a payment; theirs is the report's own sum.
    private final TreeMap<String, Side> digests = new TreeMap<>();

    public Reconciliation(Instant now) {
        this.now = now;
    }

    /// All of one kind, currency and payment: refunds come in parts.
    private static final class Side {
        final String payment;
        final Movement.Kind kind;
        final Currency currency;
        @Nullable Sum ours;
        @Nullable Sum theirs;
        boolean taxed;
        Instant newest = Instant.MIN;
        String ourRate = "";
        String theirRate = "";

        Side(String payment, Movement.Kind kind, Currency currency) {
            this.payment = payment;
            this.kind = kind;
            this.currency = currency;
        }
    }

    /// One of ours. Test payments and what is no provider's action are not in reports.
    public void ours(Movement movement) {
        if (movement.source().test() || movement.kind() == Movement.Kind.ADJUSTMENT) return;
        var split = movement.split();
        var side = side(movement.source().payment(), movement.kind(), split.currency());
        var sum = side.ours == null ? Sum.none(split.currency()) : side.ours;
        side.ours = sum.plus(split);
        if (movement.source().at().isAfter(side.newest)) side.newest = movement.source().at();
        var settlement = movement.settlement();
        if (settlement != null) side.ourRate = settlement.rate().toPlainString();
        payments.merge(side.payment, 1, (one, other) -> one | other);
    }

    /// One of theirs.
    public void theirs(Reported reported) {
        var gross = reported.gross();
        var side = side(reported.payment(), reported.kind(), gross.currency());
        var sum = side.theirs == null ? Sum.none(gross.currency()) : side.theirs;
        var tax = reported.tax();
        side.taxed = tax != null;
        side.theirs = sum.plus(Split.of(gross, tax == null ? 0 : tax, 0));
        side.theirRate = reported.rate();
        payments.merge(side.payment, 2, (one, other) -> one | other);
    }

    /// A sum of theirs: the report must come to it. Several of a kind and currency are added up.
    public void digest(ReportedSum reported) {
        var side = digest(reported.kind(), reported.gross().currency());
        var sum = side.theirs == null ? Sum.none(side.currency) : side.theirs;
        side.theirs = sum.plus(Split.of(reported.gross(), 0, 0));
    }

    private Side digest(Movement.Kind kind, Currency currency) {
        return digests.computeIfAbsent(
                Closing.key(kind.word(), currency.code()), _ -> new Side("", kind, currency));
    }

    private Side side(String payment, Movement.Kind kind, Currency currency) {
        return sides.computeIfAbsent(
                Closing.key(payment, kind.word(), currency.code()),
                _ -> new Side(payment, kind, currency));
    }

    /// What came of it, by payment; sides that match included. Sums of theirs come last.
    public List<Difference> differences() {
        var all = new ArrayList<Difference>();
        for (var side : sides.values()) all.add(difference(kind(side), side));
        if (!digests.isEmpty()) held().values().forEach(side -> all.add(held(side)));
        return all;
    }

    /// Their sums, with what their single payments come to as ours.
    private Map<String, Side> held() {
        for (var sum : digests.values()) sum.ours = null;
        for (var side : sides.values()) {
            var theirs = side.theirs;
            if (theirs == null) continue;
            var sum = digest(side.kind, side.currency);
            sum.ours = sum.ours == null ? theirs : sum.ours.plus(theirs);
        }
        return digests;
    }

    private static Difference held(Side sum) {
        var ours = sum.ours == null ? Sum.none(sum.currency) : sum.ours;
        var theirs = sum.theirs == null ? Sum.none(sum.currency) : sum.theirs;
        int exponent = Math.max(ours.split().exponent(), theirs.split().exponent());
        boolean same = ours.in(exponent).gross() == theirs.in(exponent).gross();
        return difference(same ? Difference.Kind.MATCH : Difference.Kind.DIGEST, sum);
    }

    /// Payments of which anything is open.
    public Set<String> open() {
        var open = new TreeSet<String>();
        for (var side : sides.values()) if (kind(side).open()) open.add(side.payment);
        return open;
    }

    private static Difference difference(Difference.Kind kind, Side side) {
        var ours = side.ours;
        var theirs = side.theirs;
        int exponent =
                Math.max(
                        ours == null ? 0 : ours.split().exponent(),
                        theirs == null ? 0 : theirs.split().exponent());
        return new Difference(
                kind,
                side.payment,
                side.kind,
                side.currency,
                exponent,
                ours == null ? null : ours.in(exponent).gross(),
                theirs == null ? null : theirs.in(exponent).gross());
    }

    private Difference.Kind kind(Side side) {
        var ours = side.ours;
        var theirs = side.theirs;
        if (ours == null || theirs == null) {
            // the other side knows the payment, only otherwise
            if (payments.getOrDefault(side.payment, 0) == 3) return Difference.Kind.STATUS;
            if (ours == null) return Difference.Kind.MISSING_OURS;
            return side.newest.isAfter(now.minus(PATIENCE))
                    ? Difference.Kind.WAITING
                    : Difference.Kind.MISSING_THEIRS;
        }
        int exponent = Math.max(ours.split().exponent(), theirs.split().exponent());
        var mine = ours.in(exponent);
        var other = theirs.in(exponent);
        if (Math.abs(mine.gross() - other.gross()) > TOLERANCE
                || (side.taxed && Math.abs(mine.tax() - other.tax()) > TOLERANCE))
            return Difference.Kind.AMOUNT;
        boolean rated = !side.ourRate.isEmpty() && !side.theirRate.isEmpty();
        if (rated && differs(mine.gross(), side)) return Difference.Kind.RATE;
        return Difference.Kind.MATCH;
    }

    /// Whether the two rates make another amount of it.
    private static boolean differs(long minor, Side side) {
        var apart =
                new BigDecimal(side.ourRate)
                        .subtract(new BigDecimal(side.theirRate))
                        .multiply(BigDecimal.valueOf(minor));
        return apart.abs().compareTo(BigDecimal.valueOf(TOLERANCE)) > 0;
    }
}

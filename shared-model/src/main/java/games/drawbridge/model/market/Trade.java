package games.drawbridge.model.market;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Account;
import games.drawbridge.model.wallet.Leg;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Two players give each other something. One of them says what, the other agrees to exactly that:
/// nothing of it can be changed in between.
///
/// @param give what the proposer gives
/// @param want what the other one gives
public record Trade(
        OfferId id,
        PlayerId proposer,
        PlayerId other,
        Map<Unit, Long> give,
        Map<Unit, Long> want,
        Instant at,
        Instant expires) {

    /// @throws IllegalArgumentException when it gives nothing, something to oneself, the same both
    ///   ways, or what is no good and no currency
    public Trade {
        give = Map.copyOf(give);
        want = Map.copyOf(want);
        if (proposer.equals(other)) throw new IllegalArgumentException("with oneself");
        if (give.isEmpty() && want.isEmpty()) throw new IllegalArgumentException("nothing");
        if (give.size() > MarketLimits.SIDE || want.size() > MarketLimits.SIDE)
            throw new IllegalArgumentException("too many kinds on one side");
        for (var unit : give.keySet())
            if (want.containsKey(unit)) throw new IllegalArgumentException(unit + " both ways");
        check(give);
        check(want);
    }

    private static void check(Map<Unit, Long> side) {
        side.forEach((unit, amount) -> {
            if (!unit.isCurrency() && !Offer.isGood(unit))
                throw new IllegalArgumentException(unit + " is not to be given");
            if (amount < 1 || amount > MarketLimits.PRICE)
                throw new IllegalArgumentException(unit + ": " + amount);
        });
    }

    /// Both sides at once.
    public Transaction transaction() {
        var legs = new ArrayList<Leg>();
        move(proposer, other, give, legs);
        move(other, proposer, want, legs);
        return new Transaction("trade#" + id, "trade", legs);
    }

    private static void move(PlayerId from, PlayerId to, Map<Unit, Long> side, List<Leg> legs) {
        var sorted = new TreeMap<String, Long>();
        side.forEach((unit, amount) -> sorted.put(unit.value(), amount));
        sorted.forEach((unit, amount) ->
                legs.addAll(
                        Transaction.move(
                                Account.of(from), Account.of(to), new Unit(unit), amount)));
    }
}

package games.drawbridge.model.wallet;

import games.drawbridge.model.player.PlayerId;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a transaction comes to in the wallets that it touches.
public sealed interface Booking {

    /// It can be done.
    ///
    /// @param legs what is written: the transaction's own, less what its players still owe or do
    ///   not have; these go to [Account#DEBTS] and come from there. They cancel out as well.
    /// @param after how its pockets stand then
    record Booked(List<Leg> legs, Map<Pocket, Standing> after) implements Booking {
        public Booked {
            legs = List.copyOf(legs);
            after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
        }

        /// What comes into a player's wallet. Goods that pay a debt do not.
        public Map<Unit, Long> received(PlayerId player) {
            var goods = new TreeMap<Unit, Long>(Comparator.comparing(Unit::value));
            for (var leg : legs)
                if (leg.amount() > 0
                        && !leg.unit().isDebt()
                        && leg.account().player().filter(player::equals).isPresent())
                    goods.put(leg.unit(), leg.amount());
            return goods;
        }
    }

    /// It cannot: a wallet holds less of the unit than goes out of it.
    record Insufficient(Unit unit) implements Booking {}

    /// Decides. What comes in pays the player's debt of that unit first. What goes out and is not
    /// there is a refusal, or becomes a debt, as the transaction says.
    ///
    /// @param before how its pockets stand; one that is missing stands at nothing
    static Booking of(Transaction transaction, Map<Pocket, Standing> before) {
        var sums = new LinkedHashMap<Line, Long>();
        for (var leg : transaction.legs())
            sums.put(new Line(leg.account(), leg.unit()), leg.amount());
        var after = new LinkedHashMap<Pocket, Standing>();
        for (var pocket : transaction.pockets()) {
            var stood = before.getOrDefault(pocket, Standing.NOTHING);
            var account = Account.of(pocket.player());
            long in = sums.getOrDefault(new Line(account, pocket.unit()), 0L);
            long owing = sums.getOrDefault(new Line(account, pocket.unit().debt()), 0L);
            if (stood.owed() + owing < 0) return new Insufficient(pocket.unit().debt());
            if (Math.addExact(stood.held(), in) < 0 && !transaction.owes())
                return new Insufficient(pocket.unit());

            var stands = Standing.of(Math.addExact(stood.net(), in - owing));
            after.put(pocket, stands);
            shift(sums, new Line(account, pocket.unit()), stands.held() - stood.held() - in);
            shift(
                    sums,
                    new Line(account, pocket.unit().debt()),
                    stands.owed() - stood.owed() - owing);
        }
        return new Booked(legs(sums), after);
    }

    /// One account's line of one unit.
    record Line(Account account, Unit unit) {}

    private static void shift(Map<Line, Long> sums, Line line, long amount) {
        if (amount == 0) return;
        sums.merge(line, amount, Math::addExact);
        sums.merge(new Line(Account.DEBTS, line.unit()), -amount, Math::addExact);
    }

    private static List<Leg> legs(Map<Line, Long> sums) {
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() != 0)
                .map(sum -> new Leg(sum.getKey().account(), sum.getKey().unit(), sum.getValue()))
                .toList();
    }
}

package games.drawbridge.model.wallet;

import games.drawbridge.model.player.PlayerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Something that moves currencies or goods: whole or not at all, and once. Per unit its legs
/// cancel out.
///
/// @param id made by the caller from what causes it; the same cause gives the same id
/// @param reason for the player's list of entries: `prize`, `order`, …
/// @param legs at most one per account and unit
/// @param owes whether a player owes what goes out and is not there; otherwise it is refused
/// @param made the instances among its units that it makes
public record Transaction(
        String id, String reason, List<Leg> legs, boolean owes, List<Instance> made) {

    /// A DynamoDB transaction takes 100 rows. Every leg of a wallet is three of them at most: the
    /// pocket, its entry, and one of a debt or the instance that is made. The rest is for the
    /// transaction and what goes with it.
    public static final int MOST_LEGS = 30;

    /// @throws IllegalArgumentException when the legs do not cancel out, or name one thing twice
    public Transaction {
        legs = List.copyOf(legs);
        made = List.copyOf(made);
        if (legs.size() > MOST_LEGS) throw new IllegalArgumentException(legs.size() + " legs");
        Map<Unit, Long> sums = new HashMap<>();
        legs.forEach(leg -> sums.merge(leg.unit(), leg.amount(), Math::addExact));
        if (sums.values().stream().anyMatch(sum -> sum != 0))
            throw new IllegalArgumentException("legs do not cancel out: " + legs);
        if (legs.stream().map(leg -> leg.account() + " " + leg.unit()).distinct().count()
                != legs.size()) throw new IllegalArgumentException("an account twice: " + legs);
    }

    /// A transaction that is refused where a wallet has too little.
    public Transaction(String id, String reason, List<Leg> legs) {
        this(id, reason, legs, false, List.of());
    }

    /// Takes back what a player once got: what they still have, and a debt for the rest.
    ///
    /// @param legs out of the player's wallet
    public static Transaction takeBack(String id, String reason, List<Leg> legs) {
        return new Transaction(id, reason, legs, true, List.of());
    }

    /// `amount` of `unit` from one account to another, as legs.
    public static List<Leg> move(Account from, Account to, Unit unit, long amount) {
        return List.of(new Leg(from, unit, -amount), new Leg(to, unit, amount));
    }

    /// What a room's rules grant a player.
    ///
    /// @param id names the effect: room, seq and position
    public static Transaction prize(String id, PlayerId player, Unit unit, long amount) {
        return new Transaction(id, "prize", move(Account.PRIZES, Account.of(player), unit, amount));
    }

    /// The pockets that it touches, each once, in the order of the legs.
    public List<Pocket> pockets() {
        return legs.stream()
                .flatMap(leg ->
                        leg.account().player().stream()
                                .map(player -> new Pocket(player, leg.unit().owed())))
                .distinct()
                .toList();
    }

    /// The legs of one player's wallet.
    public List<Leg> legsOf(PlayerId player) {
        var account = Account.of(player);
        var mine = new ArrayList<>(legs);
        mine.removeIf(leg -> !leg.account().equals(account));
        return mine;
    }
}

package games.drawbridge.evening.judge;

import games.drawbridge.evening.judge.Evidence.Entry;
import games.drawbridge.evening.judge.Evidence.Offer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What trade did to wallets: every deal is worked out anew from its offer, and in the end all that
/// there is must be what came in by other ways than trade.
final class Books {
    private static final String GOLD = "gold";

    /// Hundredths of a price that the market keeps.
    private static final int FEE = 5;

    private static final int PERCENT = 100;

    /// Reasons of the ledger that only move what is there.
    private static final Set<String> TRADE =
            Set.of("market-offer", "market-return", "market-sale", "trade");

    private final Evidence evidence;
    private final Consumer<String> complain;

    /// By transaction, what it did to whom.
    private final Map<String, List<Leg>> transactions = new TreeMap<>();

    private record Leg(String player, String unit, long amount) {}

    private Books(Evidence evidence, Consumer<String> complain) {
        this.evidence = evidence;
        this.complain = complain;
    }

    static void check(Evidence evidence, Consumer<String> complain) {
        new Books(evidence, complain).check();
    }

    private void check() {
        evidence.purses().values().forEach(this::read);
        transactions.forEach(this::deal);
        evidence.offers().values().forEach(this::mustHaveBeen);
        evidence.notes()
                .forEach(bot -> {
                    bot.booked().forEach(id -> mustHave(bot.player(), id, true));
                    bot.refused().forEach(id -> mustHave(bot.player(), id, false));
                });
        nothingIsMadeOrLost();
    }

    private void read(Evidence.Purse purse) {
        var sums = new TreeMap<String, Long>();
        for (var entry : purse.entries()) {
            sums.merge(entry.unit(), entry.amount(), Long::sum);
            if (!TRADE.contains(entry.reason())) continue;
            transactions
                    .computeIfAbsent(entry.transaction(), _ -> new ArrayList<>())
                    .add(new Leg(purse.player(), entry.unit(), entry.amount()));
        }
        sums.values().removeIf(sum -> sum == 0);
        var balances = new TreeMap<>(purse.balances());
        balances.values().removeIf(balance -> balance == 0);
        if (!sums.equals(balances))
            complain.accept(purse.player() + " has " + balances + ", by the entries " + sums);
        balances.forEach((unit, balance) -> {
            if (balance < 0) complain.accept(purse.player() + " owes " + -balance + " " + unit);
        });
    }

    /// Every transaction is what its offer says, or gives as much as it takes.
    private void deal(String id, List<Leg> legs) {
        var parts = id.split("#", 2);
        var sums = new HashMap<Leg, Long>();
        legs.forEach(
                leg -> sums.merge(new Leg(leg.player(), leg.unit(), 0), leg.amount(), Long::sum));
        if (parts[0].equals("trade")) {
            var units = new HashMap<String, Long>();
            legs.forEach(leg -> units.merge(leg.unit(), leg.amount(), Long::sum));
            if (units.values().stream().anyMatch(sum -> sum != 0))
                complain.accept(id + " makes or takes " + units);
            return;
        }
        var offer = evidence.offers().get(parts[1]);
        if (offer == null) {
            complain.accept(id + " is of no offer: " + legs);
            return;
        }
        var buyer = legs.stream().map(Leg::player).filter(it -> !it.equals(offer.seller()));
        var wanted =
                switch (parts[0]) {
                    case "offer" -> moves(offer, -offer.amount());
                    case "return" -> moves(offer, offer.amount());
                    default -> sale(offer, buyer.findFirst().orElse("nobody"));
                };
        if (!wanted.equals(sums) || legs.size() != sums.size())
            complain.accept(id + " moved " + legs + " and not " + wanted);
    }

    private static Map<Leg, Long> moves(Offer offer, long amount) {
        return Map.of(new Leg(offer.seller(), offer.item(), 0), amount);
    }

    private static Map<Leg, Long> sale(Offer offer, String buyer) {
        var all = new HashMap<Leg, Long>();
        all.put(new Leg(buyer, offer.item(), 0), offer.amount());
        all.put(new Leg(buyer, GOLD, 0), -offer.price());
        long earned = offer.price() - fee(offer);
        if (earned > 0) all.put(new Leg(offer.seller(), GOLD, 0), earned);
        return all;
    }

    private static long fee(Offer offer) {
        return (offer.price() * FEE + PERCENT - 1) / PERCENT;
    }

    /// An offer was made once, and then sold or returned or neither.
    private void mustHaveBeen(Offer offer) {
        boolean sold = transactions.containsKey("sale#" + offer.id());
        boolean returned = transactions.containsKey("return#" + offer.id());
        if (!transactions.containsKey("offer#" + offer.id())
                || sold != offer.state().equals("sold")
                || returned != offer.state().equals("returned"))
            complain.accept(offer + ", but sold: " + sold + ", returned: " + returned);
    }

    private void mustHave(String player, String transaction, boolean wanted) {
        boolean has =
                transactions.getOrDefault(transaction, List.of()).stream()
                        .anyMatch(leg -> leg.player().equals(player));
        if (has == wanted) return;
        complain.accept(
                player
                        + (wanted ? " was told of " : " was refused ")
                        + transaction
                        + ", and the ledger has "
                        + transactions.get(transaction));
    }

    private void nothingIsMadeOrLost() {
        var there = new TreeMap<String, Long>();
        var came = new TreeMap<String, Long>();
        for (var purse : evidence.purses().values()) {
            purse.balances().forEach((unit, balance) -> there.merge(unit, balance, Long::sum));
            for (Entry entry : purse.entries())
                if (!TRADE.contains(entry.reason()))
                    came.merge(entry.unit(), entry.amount(), Long::sum);
        }
        for (var offer : evidence.offers().values()) {
            if (offer.state().equals("open")) there.merge(offer.item(), offer.amount(), Long::sum);
            if (offer.state().equals("sold")) there.merge(GOLD, fee(offer), Long::sum);
        }
        there.values().removeIf(sum -> sum == 0);
        came.values().removeIf(sum -> sum == 0);
        if (!there.equals(came))
            complain.accept("there is " + there + ", and what came is " + came);
    }
}

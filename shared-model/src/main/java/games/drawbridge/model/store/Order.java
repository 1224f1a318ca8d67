package games.drawbridge.model.store;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Account;
import games.drawbridge.model.wallet.Leg;
import games.drawbridge.model.wallet.Pocket;
import games.drawbridge.model.wallet.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A player's wish to buy an item for game currency.
///
/// @param expectedPrice what the client showed for one piece; absent: any price
public record Order(String sku, int quantity, Catalogue.@Nullable Price expectedPrice) {

    /// Pieces in one order: keeps every sum far from the end of a long.
    public static final int MOST_QUANTITY = 1_000;

    /// Pieces of unique goods in one order: each is two legs of the one transaction.
    public static final int MOST_INSTANCES = 6;

    /// What comes of an order. Whether the funds suffice is for the wallet to say.
    public sealed interface Outcome {

        /// @param bought what the player has bought of the item with this order
        record Accepted(Transaction transaction, List<Catalogue.Grant> granted, Bought bought)
                implements Outcome {}

        /// It is refused.
        sealed interface Refused extends Outcome {}

        /// There is none, or it is not offered now.
        record NoSuchItem() implements Refused {}

        record PriceChanged(Catalogue.Price price) implements Refused {}

        record NotMet(Requirement requirement) implements Refused {}

        /// @param per the period that the limit is for; absent: for ever
        record LimitReached(int most, Limit.@Nullable Per per) implements Refused {}

        /// More pieces of unique goods than one order may bring.
        record TooMany(int most) implements Refused {}
    }

    /// @throws IllegalArgumentException when the quantity is out of range
    public Order {
        if (quantity < 1 || quantity > MOST_QUANTITY)
            throw new IllegalArgumentException("quantity must be from 1 to " + MOST_QUANTITY);
    }

    /// The pockets that must be looked at to decide it; none when there is no such item.
    public Set<Pocket> pockets(PlayerId player, Catalogue catalogue) {
        var pockets = new LinkedHashSet<Pocket>();
        catalogue
                .item(sku)
                .map(item -> item.of(player))
                .ifPresent(item -> {
                    var units =
                            Stream.of(
                                    Stream.of(item.price().unit()),
                                    item.grants().stream().map(Catalogue.Grant::unit),
                                    item.requires().stream().map(each -> each.unit(catalogue)));
                    units.flatMap(each -> each)
                            .forEach(unit -> pockets.add(new Pocket(player, unit)));
                });
        return pockets;
    }

    /// Decides the order; `id` becomes the transaction's.
    public Outcome decide(String id, Customer customer, Catalogue catalogue, Instant now) {
        var found =
                catalogue
                        .item(sku)
                        .filter(item -> item.isOffered(now))
                        .map(item -> item.of(customer.player()));
        if (found.isEmpty()) return new Outcome.NoSuchItem();
        var item = found.get();
        var unmet = item.unmet(customer, catalogue);
        if (unmet.isPresent()) return new Outcome.NotMet(unmet.get());
        var bought = customer.bought(sku);
        var price = item.price(now, quantity == 1 && bought.ever() == 0);
        if (expectedPrice != null && !expectedPrice.equals(price))
            return new Outcome.PriceChanged(price);
        var passed = item.passed(bought, quantity, catalogue, now);
        if (passed.isPresent()) return passed.get();
        return deliver(id, customer, item, price, catalogue, now);
    }

    private Outcome deliver(
            String id,
            Customer customer,
            Item item,
            Catalogue.Price price,
            Catalogue catalogue,
            Instant now) {
        var wallet = Account.of(customer.player());
        var granted = item.grants().stream().map(grant -> grant.times(quantity)).toList();
        if (instances(granted, catalogue) > MOST_INSTANCES)
            return new Outcome.TooMany(MOST_INSTANCES);
        var delivery = Delivery.of(id, Account.STORE, wallet, granted, catalogue);
        var legs = new ArrayList<Leg>();
        long cost = Math.multiplyExact(price.amount(), quantity);
        if (cost > 0) legs.addAll(Transaction.move(wallet, Account.STORE, price.unit(), cost));
        legs.addAll(delivery.legs());
        return new Outcome.Accepted(
                new Transaction(id, "order", legs, false, delivery.made()),
                granted,
                customer.bought(sku).and(quantity, catalogue.day(now)));
    }

    private static long instances(List<Catalogue.Grant> granted, Catalogue catalogue) {
        return granted.stream()
                .filter(grant -> catalogue.good(grant.unit()).filter(Good::unique).isPresent())
                .mapToLong(Catalogue.Grant::amount)
                .sum();
    }
}

package games.drawbridge.model.store;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Account;
import games.drawbridge.model.wallet.Leg;
import games.drawbridge.model.wallet.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A player's wish to buy an item for game currency.
///
/// @param expectedPrice what the client showed for one piece; absent: any price
public record Order(String sku, int quantity, Catalogue.@Nullable Price expectedPrice) {

    /// Pieces in one order: keeps every sum far from the end of a long.
    public static final int MOST_QUANTITY = 1_000;

    /// What comes of an order. Whether the funds and the limit suffice is for the wallet to say.
    public sealed interface Outcome {

        /// @param limit how many the player may ever buy; absent: any number
        record Accepted(
                Transaction transaction, List<Catalogue.Grant> granted, @Nullable Integer limit)
                implements Outcome {}

        record NoSuchItem() implements Outcome {}

        record PriceChanged(Catalogue.Price price) implements Outcome {}
    }

    /// @throws IllegalArgumentException when the quantity is out of range
    public Order {
        if (quantity < 1 || quantity > MOST_QUANTITY)
            throw new IllegalArgumentException("quantity must be from 1 to " + MOST_QUANTITY);
    }

    /// Decides the order for a player; `id` becomes the transaction's.
    public Outcome decide(String id, PlayerId player, Catalogue catalogue) {
        var found = catalogue.item(sku);
        if (found.isEmpty()) return new Outcome.NoSuchItem();
        var item = found.get();
        if (expectedPrice != null && !expectedPrice.equals(item.price()))
            return new Outcome.PriceChanged(item.price());

        var wallet = Account.of(player);
        var granted = item.grants().stream().map(grant -> grant.times(quantity)).toList();
        var legs = new ArrayList<Leg>();
        long price = Math.multiplyExact(item.price().amount(), quantity);
        if (price > 0)
            legs.addAll(Transaction.move(wallet, Account.STORE, item.price().unit(), price));
        granted.forEach(grant ->
                legs.addAll(Transaction.move(Account.STORE, wallet, grant.unit(), grant.amount())));
        return new Outcome.Accepted(new Transaction(id, "order", legs), granted, item.limit());
    }
}

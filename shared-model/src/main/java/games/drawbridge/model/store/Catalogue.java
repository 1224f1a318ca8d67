package games.drawbridge.model.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.wallet.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is for sale.
///
/// @param version changes with every edit; clients see it
public record Catalogue(String version, List<Item> items, List<Pack> packs) {

    /// @throws IllegalArgumentException when two things share a sku
    public Catalogue {
        items = List.copyOf(items);
        packs = List.copyOf(packs);
        var skus =
                Stream.concat(items.stream().map(Item::sku), packs.stream().map(Pack::sku))
                        .toList();
        if (skus.stream().distinct().count() != skus.size())
            throw new IllegalArgumentException("a sku twice: " + skus);
    }

    public Optional<Item> item(String sku) {
        return items.stream().filter(item -> item.sku().equals(sku)).findFirst();
    }

    /// Something sold for game currency.
    ///
    /// @param limit how many one player may ever buy; absent: any number
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String sku, String title, Price price, List<Grant> grants, @Nullable Integer limit) {
        public Item {
            grants = List.copyOf(grants);
            if (sku.isEmpty() || sku.length() > 64)
                throw new IllegalArgumentException("sku: " + sku);
            if (grants.isEmpty()) throw new IllegalArgumentException(sku + " grants nothing");
            var units = Stream.concat(Stream.of(price.unit()), grants.stream().map(Grant::unit));
            if (units.distinct().count() != grants.size() + 1)
                throw new IllegalArgumentException(sku + " names a unit twice");
            if (limit != null && limit < 1)
                throw new IllegalArgumentException(sku + " limit: " + limit);
        }
    }

    /// Something sold for real money.
    public record Pack(String sku, String title, List<Money> prices, List<Grant> grants) {
        public Pack {
            prices = List.copyOf(prices);
            grants = List.copyOf(grants);
        }
    }

    /// A price in game currency, per piece.
    public record Price(String currency, long amount) {
        public Price {
            if (amount < 0) throw new IllegalArgumentException("price: " + amount);
        }

        Unit unit() {
            return new Unit(currency);
        }
    }

    /// Real money in minor units of ISO 4217.
    public record Money(long amount, String currency) {}

    /// What the buyer gets per piece.
    ///
    /// @param kind of goods, or `currency`
    public record Grant(String kind, String id, long amount) {
        public Grant {
            if (amount < 1) throw new IllegalArgumentException("grant of " + amount);
        }

        public Unit unit() {
            return kind.equals("currency") ? new Unit(id) : Unit.good(kind, id);
        }

        Grant times(int quantity) {
            return new Grant(kind, id, Math.multiplyExact(amount, quantity));
        }
    }
}

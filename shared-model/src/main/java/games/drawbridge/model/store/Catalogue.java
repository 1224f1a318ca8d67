package games.drawbridge.model.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is for sale. [Inspection] says whether one may go live.
///
/// @param version changes with every edit; clients see it
/// @param zone whose days, weeks and months limits count by: `Europe/Berlin`; absent: UTC
/// @param levels absent: nothing requires a level
/// @param currencies of the title
/// @param goods of the title
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Catalogue(
        String version,
        @Nullable String zone,
        @Nullable Levels levels,
        List<String> currencies,
        List<Good> goods,
        List<Item> items,
        List<Pack> packs) {

    /// @throws IllegalArgumentException when two things share a sku
    @JsonCreator
    public Catalogue {
        currencies = listed(currencies);
        goods = listed(goods);
        items = listed(items);
        packs = listed(packs);
        var skus =
                Stream.concat(items.stream().map(Item::sku), packs.stream().map(Pack::sku))
                        .toList();
        if (skus.stream().distinct().count() != skus.size())
            throw new IllegalArgumentException("a sku twice: " + skus);
    }

    public Catalogue(String version, List<Item> items, List<Pack> packs) {
        this(version, null, null, List.of(), List.of(), items, packs);
    }

    public Optional<Item> item(String sku) {
        return items.stream().filter(item -> item.sku().equals(sku)).findFirst();
    }

    public Optional<Pack> pack(String sku) {
        return packs.stream().filter(pack -> pack.sku().equals(sku)).findFirst();
    }

    /// Whether it is a currency or a good of the title.
    public boolean knows(Unit unit) {
        return unit.isCurrency() ? currencies.contains(unit.value()) : good(unit).isPresent();
    }

    Optional<Good> good(Unit unit) {
        return goods.stream().filter(good -> good.unit().equals(unit)).findFirst();
    }

    /// @throws IllegalStateException when there are none; then no requirement asks
    Levels levelled() {
        if (levels == null) throw new IllegalStateException("the catalogue has no levels");
        return levels;
    }

    /// The day by which limits count.
    LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, zone == null ? ZoneId.of("UTC") : ZoneId.of(zone));
    }

    /// A list that may be absent in the file.
    static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /// Something sold for real money.
    ///
    /// @param first what the first purchase of it brings on top
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Pack(
            String sku, String title, List<Money> prices, List<Grant> grants, List<Grant> first) {
        @JsonCreator
        public Pack {
            prices = List.copyOf(prices);
            grants = List.copyOf(grants);
            first = listed(first);
        }

        public Pack(String sku, String title, List<Money> prices, List<Grant> grants) {
            this(sku, title, prices, grants, List.of());
        }

        /// Of one piece; empty where it is not sold in that currency.
        ///
        /// @param currency ISO 4217
        public Optional<Money> price(String currency) {
            return prices.stream().filter(price -> price.currency().equals(currency)).findFirst();
        }

        /// As the player sees it: without the first purchase's extra where it is spent.
        Pack to(Customer customer) {
            return customer.bought(sku).ever() == 0 ? this : new Pack(sku, title, prices, grants);
        }

        /// What so many pieces bring.
        ///
        /// @param isFirst whether the player never bought the pack before
        public List<Grant> granted(int quantity, boolean isFirst) {
            var all = grants.stream().map(grant -> grant.times(quantity));
            return Grant.sum(isFirst ? Stream.concat(all, first.stream()) : all);
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

        /// The same grants, each unit once.
        private static List<Grant> sum(Stream<Grant> grants) {
            var sums = new LinkedHashMap<Unit, Grant>();
            grants.forEach(grant ->
                    sums.merge(
                            grant.unit(),
                            grant,
                            (one, other) ->
                                    new Grant(
                                            one.kind,
                                            one.id,
                                            Math.addExact(one.amount, other.amount))));
            return List.copyOf(sums.values());
        }
    }
}

package games.drawbridge.model.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Catalogue.Grant;
import games.drawbridge.model.store.Catalogue.Price;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Something sold for game currency; with more than one grant it is a bundle.
///
/// @param limit how many one player may ever buy; absent: any number
/// @param limits how many within a period
/// @param offered when it is for sale; absent: always
/// @param sales when it costs less
/// @param first the price of the first piece that a player ever buys, if they buy one alone
/// @param variants what differs between players
/// @param requires all of it must be true of who buys it
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Item(
        String sku,
        String title,
        Price price,
        List<Grant> grants,
        @Nullable Integer limit,
        List<Limit> limits,
        @Nullable Span offered,
        List<Sale> sales,
        @Nullable Price first,
        @Nullable Variants variants,
        List<Requirement> requires) {
    private static final int SKU = 64;

    /// Grants of one item: what an order comes to must fit one transaction.
    public static final int MOST_GRANTS = 8;

    /// @throws IllegalArgumentException when it cannot be sold at all
    @JsonCreator
    public Item {
        grants = List.copyOf(grants);
        limits = Catalogue.listed(limits);
        sales = Catalogue.listed(sales);
        requires = Catalogue.listed(requires);
        if (sku.isEmpty() || sku.length() > SKU) throw new IllegalArgumentException("sku: " + sku);
        if (grants.isEmpty()) throw new IllegalArgumentException(sku + " grants nothing");
        var units = Stream.concat(Stream.of(price.unit()), grants.stream().map(Grant::unit));
        if (units.distinct().count() != grants.size() + 1)
            throw new IllegalArgumentException(sku + " names a unit twice");
        if (limit != null && limit < 1)
            throw new IllegalArgumentException(sku + " limit: " + limit);
    }

    public Item(
            String sku, String title, Price price, List<Grant> grants, @Nullable Integer limit) {
        this(sku, title, price, grants, limit, List.of(), null, List.of(), null, null, List.of());
    }

    /// As the player meets it.
    Item of(PlayerId player) {
        if (variants == null) return this;
        var variant = variants.variant(player);
        return new Item(
                sku,
                title,
                variant.price() == null ? price : variant.price(),
                variant.grants() == null ? grants : variant.grants(),
                limit,
                limits,
                offered,
                sales,
                first,
                null,
                requires);
    }

    boolean isOffered(Instant now) {
        return offered == null || offered.has(now);
    }

    /// The sale that is on: the cheapest of them.
    Optional<Sale> sale(Instant now) {
        return sales.stream()
                .filter(sale -> sale.during().has(now))
                .min(Comparator.comparingLong(sale -> sale.price().amount()));
    }

    /// What one piece costs: the least that is true of this purchase.
    ///
    /// @param isFirst whether it is one piece, the first that the player ever buys
    Price price(Instant now, boolean isFirst) {
        var prices =
                Stream.of(
                        Optional.of(price),
                        sale(now).map(Sale::price),
                        Optional.ofNullable(first).filter(_ -> isFirst));
        return prices.flatMap(Optional::stream)
                .min(Comparator.comparingLong(Price::amount))
                .orElse(price);
    }

    /// The first limit that so many pieces more would pass.
    Optional<Order.Outcome.LimitReached> passed(
            Bought bought, int quantity, Catalogue of, Instant now) {
        if (limit != null && bought.ever() + quantity > limit)
            return Optional.of(new Order.Outcome.LimitReached(limit, null));
        return limits.stream()
                .filter(each -> bought.in(each.per(), of.day(now)) + quantity > each.most())
                .map(each -> new Order.Outcome.LimitReached(each.most(), each.per()))
                .findFirst();
    }

    /// The first requirement that is not met.
    Optional<Requirement> unmet(Customer customer, Catalogue catalogue) {
        return requires.stream().filter(each -> !each.met(customer, catalogue)).findFirst();
    }
}

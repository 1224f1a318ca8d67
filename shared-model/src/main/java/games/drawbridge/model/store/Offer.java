package games.drawbridge.model.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An item as somebody sees it at a moment.
///
/// @param price what one piece costs now
/// @param was what it usually costs; absent: the same
/// @param until when this price or the offer itself ends; absent: nobody knows
/// @param limit how many one player may ever buy
/// @param left how many the player may buy now; absent: any number, or nobody asked for a player
/// @param variant which one of the item's experiment the player meets
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Offer(
        String sku,
        String title,
        Catalogue.Price price,
        Catalogue.@Nullable Price was,
        @Nullable Instant until,
        List<Catalogue.Grant> grants,
        @Nullable Integer limit,
        List<Limit> limits,
        List<Requirement> requires,
        @Nullable Long left,
        @Nullable String variant) {

    /// As everybody sees it; empty while it is not offered.
    static Optional<Offer> to(Item item, Instant now) {
        return item.isOffered(now)
                ? Optional.of(of(item, item.price(now, false), now, null, null))
                : Optional.empty();
    }

    /// As the player sees it; empty when they cannot buy it, however rich they were.
    static Optional<Offer> to(Item item, Customer customer, Catalogue catalogue, Instant now) {
        var bought = customer.bought(item.sku());
        var mine = item.of(customer.player());
        boolean open =
                item.isOffered(now)
                        && mine.unmet(customer, catalogue).isEmpty()
                        && mine.passed(bought, 1, catalogue, now).isEmpty();
        if (!open) return Optional.empty();
        var variant =
                item.variants() == null ? null : item.variants().variant(customer.player()).name();
        var price = mine.price(now, bought.ever() == 0);
        return Optional.of(of(mine, price, now, left(mine, bought, catalogue, now), variant));
    }

    private static Offer of(
            Item item,
            Catalogue.Price price,
            Instant now,
            @Nullable Long left,
            @Nullable String variant) {
        boolean usual = price.equals(item.price());
        return new Offer(
                item.sku(),
                item.title(),
                price,
                usual ? null : item.price(),
                until(item, price, now),
                item.grants(),
                item.limit(),
                item.limits(),
                item.requires(),
                left,
                variant);
    }

    private static @Nullable Instant until(Item item, Catalogue.Price price, Instant now) {
        var sale = item.sale(now).filter(on -> on.price().equals(price)).map(Sale::during);
        if (sale.isPresent() && sale.get().until() != null) return sale.get().until();
        return item.offered() == null ? null : item.offered().until();
    }

    private static @Nullable Long left(Item item, Bought bought, Catalogue catalogue, Instant now) {
        var left =
                item.limits().stream()
                        .mapToLong(each -> each.most() - bought.in(each.per(), catalogue.day(now)))
                        .min();
        if (item.limit() == null) return left.isPresent() ? left.getAsLong() : null;
        return Math.min(item.limit() - bought.ever(), left.orElse(Long.MAX_VALUE));
    }
}

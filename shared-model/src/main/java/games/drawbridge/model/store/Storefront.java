package games.drawbridge.model.store;

import java.time.Instant;
import java.util.List;

/// The store as somebody sees it at a moment.
///
/// @param version of the catalogue
public record Storefront(String version, List<Offer> items, List<Catalogue.Pack> packs) {
    public Storefront {
        items = List.copyOf(items);
        packs = List.copyOf(packs);
    }

    /// As everybody sees it: without what differs between players.
    public static Storefront of(Catalogue catalogue, Instant now) {
        return new Storefront(
                catalogue.version(),
                catalogue.items().stream().flatMap(item -> Offer.to(item, now).stream()).toList(),
                catalogue.packs());
    }

    /// As one player sees it: what they can buy, at the price that they pay.
    public static Storefront of(Catalogue catalogue, Customer customer, Instant now) {
        return new Storefront(
                catalogue.version(),
                catalogue.items().stream()
                        .flatMap(item -> Offer.to(item, customer, catalogue, now).stream())
                        .toList(),
                catalogue.packs().stream().map(pack -> pack.to(customer)).toList());
    }
}

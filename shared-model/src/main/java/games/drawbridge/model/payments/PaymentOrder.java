package games.drawbridge.model.payments;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Catalogue;
import games.drawbridge.model.store.Catalogue.Grant;
import games.drawbridge.model.store.Catalogue.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a player wants to pay for. Prices and grants are those of the whole order and of the moment
/// in which it was placed: the catalogue may change until the money comes.
///
/// @param id letters and digits, so that it may be a `request_id` at Facebook
/// @param prices one per currency; the first is the usual one
/// @param affiliate who brought the player
/// @param locale of the player, for the confirmation's language
public record PaymentOrder(
        String id,
        PlayerId player,
        String provider,
        String sku,
        int quantity,
        List<Money> prices,
        List<Grant> grants,
        Instant createdAt,
        @Nullable String affiliate,
        @Nullable String locale) {

    /// Pieces in one order: nobody buys more packs at once, and every sum stays far from the end of
    /// a long.
    public static final int MOST_QUANTITY = 100;

    /// @throws IllegalArgumentException when it is of another form
    public PaymentOrder {
        prices = List.copyOf(prices);
        grants = List.copyOf(grants);
        if (!id.matches("[A-Za-z0-9]{1,64}")) throw new IllegalArgumentException("id: " + id);
        if (quantity < 1 || quantity > MOST_QUANTITY)
            throw new IllegalArgumentException("quantity must be from 1 to " + MOST_QUANTITY);
        if (prices.isEmpty()) throw new IllegalArgumentException(sku + " has no price");
    }

    /// An order for a pack as the catalogue has it now.
    public static PaymentOrder of(
            String id,
            PlayerId player,
            String provider,
            Catalogue.Pack pack,
            int quantity,
            Instant now,
            @Nullable String affiliate,
            @Nullable String locale) {
        var prices =
                pack.prices().stream()
                        .map(each -> new Money(times(each.amount(), quantity), each.currency()))
                        .toList();
        return new PaymentOrder(
                id,
                player,
                provider,
                pack.sku(),
                quantity,
                prices,
                pack.granted(quantity, false),
                now,
                affiliate,
                locale);
    }

    /// The same with what the first purchase of the pack brings on top.
    public PaymentOrder asFirst(Catalogue.Pack pack) {
        return new PaymentOrder(
                id,
                player,
                provider,
                sku,
                quantity,
                prices,
                pack.granted(quantity, true),
                createdAt,
                affiliate,
                locale);
    }

    private static long times(long amount, int quantity) {
        return Math.multiplyExact(amount, quantity);
    }

    /// What it costs in a currency.
    public Optional<Money> price(String currency) {
        return prices.stream().filter(each -> each.currency().equals(currency)).findFirst();
    }
}

package games.drawbridge.model.finance;

import games.drawbridge.model.player.PlayerId;
import org.jspecify.annotations.Nullable;

/// What was sold to whom.
///
/// @param player absent when the provider charged somebody whom we do not know
/// @param order our own id of the order
/// @param country of the buyer, ISO 3166 letters
/// @param taxCountry to which the tax is owed
/// @param taxTreatment in the provider's words: `tax_remitted`
/// @param affiliate who brought the player, and shares in it
public record Sale(
        @Nullable PlayerId player,
        @Nullable String order,
        @Nullable String sku,
        int quantity,
        @Nullable String country,
        @Nullable String taxCountry,
        @Nullable String taxTreatment,
        @Nullable String affiliate) {

    /// Of a movement that is about no sale.
    public static final Sale NONE = new Sale(null, null, null, 0, null, null, null, null);
}

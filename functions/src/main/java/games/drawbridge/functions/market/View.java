package games.drawbridge.functions.market;

import games.drawbridge.model.market.Offer;
import games.drawbridge.model.market.OfferId;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;

/// An offer as players see it.
record View(
        OfferId id,
        PlayerId seller,
        Unit item,
        int amount,
        long price,
        String currency,
        Offer.State state,
        Instant at,
        Instant expires) {

    static View of(Offer offer) {
        return new View(
                offer.id(),
                offer.seller(),
                offer.item(),
                offer.amount(),
                offer.price(),
                Offer.CURRENCY.value(),
                offer.state(),
                offer.at(),
                offer.expires());
    }
}

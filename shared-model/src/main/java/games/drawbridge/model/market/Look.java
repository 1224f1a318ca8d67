package games.drawbridge.model.market;

import java.util.List;

/// What the owner of a shelf's room has just read of the market.
///
/// @param offers the cheapest that are open, [MarketLimits#SHOWN] at most
/// @param gone what has become of those that the look before still had
public record Look(List<OnOffer> offers, List<Gone> gone) {
    public Look {
        offers = List.copyOf(offers);
        gone = List.copyOf(gone);
    }

    Gone gone(OfferId id) {
        return gone.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElse(new Gone(id, null));
    }
}

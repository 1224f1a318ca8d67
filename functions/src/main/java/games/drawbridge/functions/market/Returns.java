package games.drawbridge.functions.market;

import games.drawbridge.functions.wallet.Outcome;
import games.drawbridge.functions.wallet.WalletTable;
import games.drawbridge.model.market.Offer;
import java.time.InstantSource;
import java.util.List;

/// Gives goods in escrow back to who offered them.
final class Returns {
    private final OfferTable offers;
    private final WalletTable wallets;
    private final InstantSource clock;

    Returns(OfferTable offers, WalletTable wallets, InstantSource clock) {
        this.offers = offers;
        this.wallets = wallets;
        this.clock = clock;
    }

    /// @return false when somebody has bought them, or they are another account's meanwhile
    boolean giveBack(Offer offer) {
        if (offer.state() == Offer.State.RETURNED) return true;
        if (offer.state() == Offer.State.SOLD) return false;
        var row = offers.close(offer, Offer.State.RETURNED, clock.instant());
        return switch (wallets.apply(offer.giveBack(), _ -> List.of(row))) {
            case Outcome.Applied _, Outcome.AlreadyApplied _ -> true;
            case Outcome.Refused _ ->
                    offers.find(offer.id())
                            .filter(now -> now.state() == Offer.State.RETURNED)
                            .isPresent();
            case Outcome.InsufficientFunds _ ->
                    throw new IllegalStateException("escrow holds what it took");
        };
    }
}

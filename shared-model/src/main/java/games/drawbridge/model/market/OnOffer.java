package games.drawbridge.model.market;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Unit;
import java.util.Comparator;

/// An open offer as those see it who watch its shelf.
///
/// @param at milliseconds since 1970, as `expires`
public record OnOffer(
        OfferId id, PlayerId seller, Unit item, int amount, long price, long at, long expires) {

    /// The cheapest piece first, of equal ones the oldest: as the list of offers is sorted.
    static final Comparator<OnOffer> BY_COST =
            Comparator.comparingLong(OnOffer::perPiece)
                    .thenComparingLong(OnOffer::at)
                    .thenComparing(offer -> offer.id().value());

    private long perPiece() {
        return price * 1_000_000 / amount;
    }
}

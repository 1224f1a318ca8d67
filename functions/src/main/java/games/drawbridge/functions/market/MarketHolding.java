package games.drawbridge.functions.market;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.holding.Holding;
import games.drawbridge.functions.wallet.WalletTable;
import games.drawbridge.model.market.Offer;
import games.drawbridge.model.player.PlayerId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

/// A player's offers, and trades that wait. It goes before the wallet: what comes back from escrow
/// goes with the rest.
public final class MarketHolding implements Holding {
    private final OfferTable offers;
    private final TradeTable trades;
    private final Returns returns;

    public MarketHolding(Aws aws, InstantSource clock) {
        offers = new OfferTable(aws, clock);
        trades = new TradeTable(aws, clock);
        returns = new Returns(offers, new WalletTable(aws, clock, new SecureRandom()), clock);
    }

    @Override
    public String name() {
        return "market";
    }

    @Override
    public Object export(PlayerId player) {
        return Map.of(
                "offers", offers.all(player).stream().map(View::of).toList(),
                "trades", trades.of(player).stream().map(TradeView::of).toList());
    }

    /// Trades do not go over: the other side agreed to trade with somebody else.
    @Override
    public void move(PlayerId from, PlayerId into) {
        for (var offer : offers.all(from)) {
            if (offer.state() == Offer.State.OPEN) offers.move(offer, into);
            offers.forget(offer);
        }
        trades.of(from).forEach(trades::remove);
    }

    @Override
    public void erase(PlayerId player) {
        for (var offer : offers.all(player)) {
            returns.giveBack(offer);
            offers.forget(offer);
        }
        trades.of(player).forEach(trades::remove);
    }
}

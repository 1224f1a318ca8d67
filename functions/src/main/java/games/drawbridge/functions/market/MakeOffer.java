package games.drawbridge.functions.market;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.wallet.Receipt;
import games.drawbridge.model.market.MarketLimits;
import games.drawbridge.model.market.Offer;
import games.drawbridge.model.title.TitleConfig;
import games.drawbridge.model.wallet.Unit;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Puts goods on offer: `{item, amount?, price, hours?}`. They leave the wallet at once.
@Route(value = "POST /v1/market/offers", rate = 300, burst = 600)
public final class MakeOffer extends Endpoint {
    private static final int USUAL_HOURS = 72;

    private final Desk desk;

    MakeOffer(Desk desk) {
        this.desk = desk;
    }

    @Override
    protected Reply answer(Request request) {
        var asked = Asked.of(request, "offer");
        var offer = offer(asked, request.body().fields());
        return desk.once(asked, () -> made(asked, offer));
    }

    private Receipt made(Asked asked, Offer offer) {
        var lately = desk.sales().lately(offer.item());
        long spread = desk.config().whole(TitleConfig.MARKET_SPREAD);
        if (!lately.allow(offer.perPiece(), spread))
            throw new Problem(
                    422, "price-out-of-bounds", "lately a piece was about " + lately.piece());
        long most = desk.most(TitleConfig.MARKET_OFFERS);
        return desk.move(
                asked,
                offer.escrow(),
                asked.receipt(201, View.of(offer)),
                List.of(
                        desk.offers().put(offer),
                        desk.counts().once(asked.player(), "offers", most, offer.at())));
    }

    private Offer offer(Asked asked, Fields body) {
        var item =
                body.parsed(
                        "item",
                        body.text("item", 1, MarketCallLimits.UNIT),
                        MakeOffer::good,
                        "a good, as item:disc-blue");
        int amount = body.has("amount") ? (int) body.whole("amount", 1, MarketLimits.PIECES) : 1;
        long price = body.whole("price", 1, MarketLimits.PRICE);
        long longest = MarketLimits.LONGEST.toHours();
        long hours = body.has("hours") ? body.whole("hours", 1, longest) : USUAL_HOURS;
        var now = desk.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        return new Offer(
                asked.id(),
                asked.player(),
                item,
                amount,
                price,
                Offer.State.OPEN,
                now,
                now.plus(Duration.ofHours(hours)));
    }

    private static Unit good(String text) {
        var unit = new Unit(text);
        if (!Offer.isGood(unit)) throw new IllegalArgumentException(text);
        return unit;
    }
}

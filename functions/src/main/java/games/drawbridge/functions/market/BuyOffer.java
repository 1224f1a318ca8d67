package games.drawbridge.functions.market;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.wallet.Receipt;
import games.drawbridge.model.market.Offer;
import games.drawbridge.model.market.OfferId;
import games.drawbridge.model.title.TitleConfig;
import java.util.List;

/// Buys what is on offer, all of it.
@Route(value = "POST /v1/market/offers/{id}/buy", rate = 300, burst = 600)
public final class BuyOffer extends Endpoint {
    private final Desk desk;

    BuyOffer(Desk desk) {
        this.desk = desk;
    }

    @Override
    protected Reply answer(Request request) {
        var id = request.path("id", OfferId::new);
        var asked = Asked.of(request, "buy " + id);
        return desk.once(asked, () -> bought(asked, id));
    }

    private Receipt bought(Asked asked, OfferId id) {
        var offer = desk.offers().find(id).orElseThrow(() -> Problem.notFound("no such offer"));
        if (offer.seller().equals(asked.player()))
            throw new Problem(422, "own-offer", "it is the caller's own");
        if (offer.state() != Offer.State.OPEN) throw Desk.gone();
        var now = desk.clock().instant();
        long fee = desk.config().whole(TitleConfig.MARKET_FEE);
        long most = desk.most(TitleConfig.MARKET_PURCHASES);
        var answer = View.of(offer.as(Offer.State.SOLD));
        return desk.move(
                asked,
                offer.sale(asked.player(), fee),
                asked.receipt(200, answer),
                List.of(
                        desk.offers().close(offer, Offer.State.SOLD, now),
                        desk.counts().once(asked.player(), "purchases", most, now),
                        desk.sales().put(offer, now)));
    }
}

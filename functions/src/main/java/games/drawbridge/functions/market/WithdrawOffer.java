package games.drawbridge.functions.market;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.market.OfferId;

/// Takes an own offer back; twice is harmless. It may be done while the market is closed.
@Route(value = "DELETE /v1/market/offers/{id}", rate = 300, burst = 600)
public final class WithdrawOffer extends Endpoint {
    private final OfferTable offers;
    private final Returns returns;

    WithdrawOffer(Desk desk) {
        offers = desk.offers();
        returns = new Returns(desk.offers(), desk.wallets(), desk.clock());
    }

    @Override
    protected Reply answer(Request request) {
        var offer =
                offers.find(request.path("id", OfferId::new))
                        .filter(found -> found.seller().equals(request.player()))
                        .orElseThrow(() -> Problem.notFound("no such offer of the caller"));
        if (!returns.giveBack(offer)) throw Desk.gone();
        return Reply.empty(204);
    }
}

package games.drawbridge.functions.market;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.market.OfferId;

/// Declines a trade, or takes the own one back; twice is harmless.
@Route(value = "DELETE /v1/market/trades/{id}", rate = 200, burst = 400)
public final class DeclineTrade extends Endpoint {
    private final Desk desk;

    DeclineTrade(Desk desk) {
        this.desk = desk;
    }

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        desk.trades()
                .find(request.path("id", OfferId::new))
                .filter(trade -> trade.proposer().equals(player) || trade.other().equals(player))
                .ifPresent(desk.trades()::remove);
        return Reply.empty(204);
    }
}

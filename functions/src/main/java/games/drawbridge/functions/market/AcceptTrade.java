package games.drawbridge.functions.market;

import games.drawbridge.functions.bans.Scope;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.wallet.Receipt;
import games.drawbridge.model.market.OfferId;
import games.drawbridge.model.title.TitleConfig;
import java.util.List;

/// Agrees to a trade: both sides move at once.
@Route(value = "POST /v1/market/trades/{id}/accept", rate = 200, burst = 400)
public final class AcceptTrade extends Endpoint {
    private final Desk desk;

    AcceptTrade(Desk desk) {
        this.desk = desk;
    }

    @Override
    protected Reply answer(Request request) {
        var id = request.path("id", OfferId::new);
        var asked = Asked.of(request, "accept " + id);
        return desk.once(asked, () -> accepted(asked, id));
    }

    private Receipt accepted(Asked asked, OfferId id) {
        var trade =
                desk.trades()
                        .find(id)
                        .filter(found -> found.other().equals(asked.player()))
                        .orElseThrow(() -> Problem.notFound("no such trade for the caller"));
        desk.bans().check(trade.proposer(), Scope.MARKET);
        var now = desk.clock().instant();
        long most = desk.most(TitleConfig.MARKET_PURCHASES);
        var closed = desk.trades().close(trade);
        return desk.move(
                asked,
                trade.transaction(),
                asked.receipt(200, TradeView.of(trade)),
                List.of(
                        closed.getFirst(),
                        desk.counts().once(asked.player(), "purchases", most, now),
                        closed.getLast()));
    }
}

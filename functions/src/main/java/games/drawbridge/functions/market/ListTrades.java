package games.drawbridge.functions.market;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import java.util.Map;

/// Trades that wait, of the caller or for the caller, newest first.
@Route("GET /v1/market/trades")
public final class ListTrades extends Endpoint {
    private final TradeTable trades;

    ListTrades(TradeTable trades) {
        this.trades = trades;
    }

    @Override
    protected Reply answer(Request request) {
        var all = trades.of(request.player()).stream().map(TradeView::of).toList();
        return Reply.ok(Map.of("trades", all));
    }
}

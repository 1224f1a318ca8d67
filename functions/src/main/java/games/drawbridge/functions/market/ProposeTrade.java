package games.drawbridge.functions.market;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.wallet.Receipt;
import games.drawbridge.model.market.MarketLimits;
import games.drawbridge.model.market.Trade;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Unit;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/// Proposes a trade: `{with, give: [{unit, amount}], want: [{unit, amount}]}`. Nothing moves before
/// the other player accepts it.
@Route(value = "POST /v1/market/trades", rate = 200, burst = 400)
public final class ProposeTrade extends Endpoint {
    private final Desk desk;

    ProposeTrade(Desk desk) {
        this.desk = desk;
    }

    @Override
    protected Reply answer(Request request) {
        var asked = Asked.of(request, "trade");
        var trade = trade(asked, request.body().fields());
        return desk.once(asked, () -> proposed(asked, trade));
    }

    private Receipt proposed(Asked asked, Trade trade) {
        long waiting =
                desk.trades().of(asked.player()).stream()
                        .filter(each -> each.proposer().equals(asked.player()))
                        .count();
        if (waiting >= MarketCallLimits.TRADES)
            throw new Problem(422, "too-many-trades", "that many wait already");
        desk.trades().put(trade);
        return desk.keys().remember(asked, asked.receipt(201, TradeView.of(trade)));
    }

    private Trade trade(Asked asked, Fields body) {
        var other = body.parsed("with", body.text("with", 1, 64), PlayerId::new, "a player id");
        var give = side(body, "give");
        var want = side(body, "want");
        var now = desk.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            return new Trade(
                    asked.id(),
                    asked.player(),
                    other,
                    give,
                    want,
                    now,
                    now.plus(MarketLimits.TRADE));
        } catch (IllegalArgumentException wrong) {
            throw Problem.badInput("no trade: " + wrong.getMessage());
        }
    }

    private static Map<Unit, Long> side(Fields body, String name) {
        var side = new HashMap<Unit, Long>();
        for (var line : body.objects(name, MarketLimits.SIDE)) {
            String text = line.text("unit", 1, MarketCallLimits.UNIT);
            var unit = line.parsed("unit", text, Unit::new, "a good or a currency");
            side.merge(unit, line.whole("amount", 1, MarketLimits.PRICE), Long::sum);
        }
        return side;
    }
}

package games.drawbridge.functions.market;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Calls;
import java.time.InstantSource;

/// What players may read of the market.
public final class MarketCalls extends Calls {
    public MarketCalls() {
        this(Environment.system());
    }

    public MarketCalls(Environment environment) {
        this(new Aws(environment), InstantSource.system());
    }

    private MarketCalls(Aws aws, InstantSource clock) {
        super(
                new ListOffers(new OfferTable(aws, clock)),
                new ListPrices(new SaleTable(aws)),
                new ListTrades(new TradeTable(aws, clock)));
    }
}

package games.drawbridge.functions.market;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;

/// What moves goods and money on the market.
public final class DealCalls extends Calls {
    public DealCalls() {
        this(Environment.system());
    }

    public DealCalls(Environment environment) {
        this(Desk.of(environment));
    }

    private DealCalls(Desk desk) {
        super(
                new MakeOffer(desk),
                new BuyOffer(desk),
                new WithdrawOffer(desk),
                new ProposeTrade(desk),
                new AcceptTrade(desk),
                new DeclineTrade(desk));
    }
}

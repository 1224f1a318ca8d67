package games.drawbridge.functions.market;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fault;
import games.drawbridge.functions.wallet.WalletTable;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Once a minute gives back what nobody bought in time.
public final class SweepOffers implements RequestHandler<ScheduledEvent, @Nullable Void> {
    private final OfferTable offers;
    private final Returns returns;
    private final InstantSource clock;

    public SweepOffers() {
        this(Environment.system());
    }

    public SweepOffers(Environment environment) {
        this(environment, InstantSource.system());
    }

    SweepOffers(Environment environment, InstantSource clock) {
        var aws = new Aws(environment);
        this.clock = clock;
        offers = new OfferTable(aws, clock);
        returns = new Returns(offers, new WalletTable(aws, clock, new SecureRandom()), clock);
    }

    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        for (int part = 0; part < MarketCallLimits.PARTS; part++)
            for (var offer : offers.due(part, clock.instant(), MarketCallLimits.SWEEP)) {
                try {
                    returns.giveBack(offer);
                } catch (RuntimeException fault) {
                    Fault.log(context, "offer " + offer.id(), fault);
                }
            }
        return null;
    }
}

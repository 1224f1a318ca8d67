package games.drawbridge.functions.payments;

import com.amazonaws.services.lambda.runtime.Context;
import games.drawbridge.functions.aws.Aws;
import java.time.InstantSource;
import java.util.Optional;

/// Asks the provider about an order.
final class Asking {
    private final OrderTable orders;
    private final Providers providers;
    private final Booking booking;
    private final InstantSource clock;

    Asking(Aws aws, InstantSource clock) {
        orders = new OrderTable(aws);
        providers = Providers.of(aws, clock);
        booking = new Booking(aws, clock);
        this.clock = clock;
    }

    /// The order as it then stands. Whatever comes of it, the next question is due later than this
    /// one, so that one order that cannot be asked about does not keep the others waiting.
    Optional<KeptOrder> ask(String order, Context context) {
        var found = orders.find(order);
        found.ifPresent(kept -> orders.save(kept, clock.instant()));
        return found.map(kept -> ask(kept, context));
    }

    private KeptOrder ask(KeptOrder kept, Context context) {
        String provider = kept.order().provider();
        try {
            return kept.name()
                    .flatMap(name -> providers.find(provider).flatMap(it -> it.read(name)))
                    .map(booking::bring)
                    .orElse(kept);
        } catch (PaymentRefused refused) {
            refused.count(provider, clock.instant()).log(context);
            return kept;
        }
    }
}

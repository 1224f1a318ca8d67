package games.drawbridge.functions.payments;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;

/// What providers call. It holds no secret with which anything can be asked or moved.
public final class PaymentNotices extends Calls {
    public PaymentNotices() {
        this(Environment.system());
    }

    public PaymentNotices(Environment environment) {
        super(
                new StripeWebhook(environment),
                new FacebookWebhook(environment),
                new FacebookSubscription(environment),
                new InstantWebhook(environment),
                new InstantSubscription(environment));
    }
}

package games.drawbridge.functions.payments;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import java.time.InstantSource;

/// Where Meta asks before it sends notices of the canvas.
@Route(value = "GET /v1/payments/facebook/webhook", who = Who.ANYBODY, rate = 20, burst = 40)
public final class FacebookSubscription extends Subscription {
    public FacebookSubscription() {
        this(Environment.system());
    }

    public FacebookSubscription(Environment environment) {
        super(new Aws(environment), InstantSource.system());
    }
}

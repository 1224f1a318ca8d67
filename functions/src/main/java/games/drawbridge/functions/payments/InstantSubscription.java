package games.drawbridge.functions.payments;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import java.time.InstantSource;

/// Where Meta asks before it sends notices of Instant Games.
@Route(value = "GET /v1/payments/instant/webhook", who = Who.ANYBODY, rate = 20, burst = 40)
public final class InstantSubscription extends Subscription {
    public InstantSubscription() {
        this(Environment.system());
    }

    public InstantSubscription(Environment environment) {
        super(new Aws(environment), InstantSource.system());
    }
}

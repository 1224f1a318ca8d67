package games.drawbridge.functions.payments;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Secret;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import java.time.InstantSource;

/// Stripe's notices.
@Route(value = "POST /v1/payments/stripe/webhook", who = Who.ANYBODY, rate = 500, burst = 1_000)
public final class StripeWebhook extends Webhook {
    public StripeWebhook() {
        this(Environment.system());
    }

    public StripeWebhook(Environment environment) {
        this(new Aws(environment), InstantSource.system());
    }

    private StripeWebhook(Aws aws, InstantSource clock) {
        super(aws, StripeProvider.NAME, herald(aws, clock), clock);
    }

    private static Herald herald(Aws aws, InstantSource clock) {
        boolean local = Place.isLocal(aws.environment());
        var secrets =
                new Secret<>(
                        aws,
                        "STRIPE_WEBHOOK_SECRET",
                        clock,
                        text -> StripeHerald.secrets(text, local));
        return new StripeHerald(secrets, clock);
    }
}

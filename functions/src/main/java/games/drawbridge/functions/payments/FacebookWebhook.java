package games.drawbridge.functions.payments;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import games.drawbridge.functions.meta.MetaSecrets;
import java.time.InstantSource;

/// The canvas' notices, object `payments`.
@Route(value = "POST /v1/payments/facebook/webhook", who = Who.ANYBODY, rate = 500, burst = 1_000)
public final class FacebookWebhook extends Webhook {
    public FacebookWebhook() {
        this(Environment.system());
    }

    public FacebookWebhook(Environment environment) {
        this(new Aws(environment), InstantSource.system());
    }

    private FacebookWebhook(Aws aws, InstantSource clock) {
        super(
                aws,
                FacebookProvider.NAME,
                new MetaHerald(
                        FacebookProvider.NAME,
                        MetaEntry::ofCanvas,
                        new MetaSecrets(aws, clock),
                        clock),
                clock);
    }
}

package games.drawbridge.functions.payments;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import games.drawbridge.functions.meta.MetaSecrets;
import java.time.InstantSource;

/// The notices of Instant Games.
@Route(value = "POST /v1/payments/instant/webhook", who = Who.ANYBODY, rate = 500, burst = 1_000)
public final class InstantWebhook extends Webhook {
    public InstantWebhook() {
        this(Environment.system());
    }

    public InstantWebhook(Environment environment) {
        this(new Aws(environment), InstantSource.system());
    }

    private InstantWebhook(Aws aws, InstantSource clock) {
        super(
                aws,
                InstantProvider.NAME,
                new MetaHerald(
                        InstantProvider.NAME,
                        MetaEntry::ofInstant,
                        new MetaSecrets(aws, clock),
                        clock),
                clock);
    }
}

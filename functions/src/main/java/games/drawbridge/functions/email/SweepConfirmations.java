package games.drawbridge.functions.email;

import com.amazonaws.services.lambda.runtime.Context;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fault;
import java.time.InstantSource;

/// Once a minute sends what the stream should have and has not, and tries again what SES did not
/// take.
public final class SweepConfirmations {
    private final InstantSource clock = InstantSource.system();
    private final OutboxTable outbox;
    private final Confirmations confirmations;

    public SweepConfirmations(Environment environment) {
        var aws = new Aws(environment);
        outbox = new OutboxTable(aws);
        confirmations = new Confirmations(aws, clock);
    }

    public void send(Context context) {
        var late = clock.instant().minus(EmailLimits.PATIENCE);
        for (String order : outbox.due(late, EmailLimits.SWEEP)) {
            try {
                confirmations.send(order, context);
            } catch (RuntimeException fault) {
                Fault.log(context, "confirmation", fault);
            }
        }
    }
}

package games.drawbridge.functions.mailing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.email.SweepConfirmations;
import games.drawbridge.functions.http.Fault;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Once a minute sends what waits: confirmations first, then letters to the list.
public final class SweepLetters implements RequestHandler<ScheduledEvent, @Nullable Void> {
    private final SweepConfirmations confirmations;
    private final NewsletterRound newsletters;

    public SweepLetters() {
        this(Environment.system());
    }

    public SweepLetters(Environment environment) {
        confirmations = new SweepConfirmations(environment);
        newsletters = new NewsletterRound(new Aws(environment), InstantSource.system());
    }

    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        confirmations.send(context);
        try {
            newsletters.send(context);
        } catch (RuntimeException fault) {
            Fault.log(context, "newsletter", fault);
        }
        return null;
    }
}

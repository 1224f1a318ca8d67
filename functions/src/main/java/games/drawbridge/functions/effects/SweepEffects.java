package games.drawbridge.functions.effects;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fault;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Once a minute carries out what the stream should have and has not. It comes back to what fails.
public final class SweepEffects implements RequestHandler<ScheduledEvent, @Nullable Void> {
    private final InstantSource clock = InstantSource.system();
    private final EffectTable table;
    private final Effects effects;

    public SweepEffects() {
        this(Environment.system());
    }

    public SweepEffects(Environment environment) {
        var aws = new Aws(environment);
        table = new EffectTable(aws);
        effects = new Effects(aws, clock);
    }

    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        var late = clock.instant().minus(EffectLimits.PATIENCE);
        for (var pending : table.before(late, EffectLimits.SWEEP)) {
            try {
                effects.carryOut(pending);
            } catch (RuntimeException fault) {
                Fault.log(context, "effect " + pending.id(), fault);
            }
        }
        return null;
    }
}

package games.drawbridge.functions.accounts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fault;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Once a minute does what the stream should have and has not, and what is due for the second time.
public final class SweepJobs implements RequestHandler<ScheduledEvent, @Nullable Void> {
    private final InstantSource clock;
    private final JobTable table;
    private final Jobs jobs;

    public SweepJobs() {
        this(Environment.system());
    }

    public SweepJobs(Environment environment) {
        this(environment, InstantSource.system());
    }

    SweepJobs(Environment environment, InstantSource clock) {
        this.clock = clock;
        var aws = new Aws(environment);
        table = new JobTable(aws);
        jobs = new Jobs(aws, clock);
    }

    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        var late = clock.instant().minus(AccountLimits.PATIENCE);
        for (var job : table.due(late, AccountLimits.SWEEP)) {
            try {
                jobs.run(job);
            } catch (RuntimeException fault) {
                Fault.log(context, "job of " + job.player(), fault);
            }
        }
        return null;
    }
}

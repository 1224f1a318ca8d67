package games.drawbridge.functions.accounts;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.holding.Holding;
import java.time.InstantSource;
import java.util.List;

/// Does jobs. Whoever breaks off in the middle leaves the job, and it is done again from its
/// beginning, of which nothing happens twice.
final class Jobs {
    private final JobTable table;
    private final DeletionTable deletions;
    private final List<Holding> holdings;
    private final InstantSource clock;

    Jobs(Aws aws, InstantSource clock) {
        table = new JobTable(aws);
        deletions = new DeletionTable(aws, clock);
        holdings = Holdings.all(aws, clock);
        this.clock = clock;
    }

    void run(Job job) {
        switch (job) {
            case Job.Merge merge ->
                    holdings.forEach(holding -> holding.move(merge.player(), merge.into()));
            case Job.Deletion deletion -> {
                holdings.forEach(holding -> holding.erase(deletion.player()));
                deletions.done(deletion.code());
            }
        }
        if (job.passed()) table.done(job);
        else table.passed(job, clock.instant().plus(AccountLimits.SECOND_TIME));
    }
}

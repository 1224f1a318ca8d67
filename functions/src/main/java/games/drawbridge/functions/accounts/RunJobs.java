package games.drawbridge.functions.accounts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.http.Fault;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Objects;

/// Does jobs as the stream of Players brings them. One that fails holds up no other: the stream
/// brings it again, and in the end the sweep does.
public final class RunJobs implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final JobTable table;
    private final Jobs jobs;

    public RunJobs() {
        this(Environment.system());
    }

    public RunJobs(Environment environment) {
        var aws = new Aws(environment);
        table = new JobTable(aws);
        jobs = new Jobs(aws, InstantSource.system());
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        var failed = new ArrayList<BatchItemFailure>();
        for (var record : event.getRecords()) {
            String position = record.getDynamodb().getSequenceNumber();
            try {
                // one that the call itself has done waits for its second time
                table.find(key(record)).filter(job -> !job.passed()).ifPresent(jobs::run);
            } catch (RuntimeException fault) {
                Fault.log(context, "job at " + position, fault);
                failed.add(new BatchItemFailure(position));
            }
        }
        return new StreamsEventResponse(failed);
    }

    private static Row key(DynamodbStreamRecord record) {
        var keys = record.getDynamodb().getKeys();
        return Row.key(
                Objects.requireNonNull(keys.get("pk")).getS(),
                Objects.requireNonNull(keys.get("sk")).getS());
    }
}

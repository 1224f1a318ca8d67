package games.drawbridge.functions.payments;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fault;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Objects;

/// Works notices as the stream of Purchases brings them. One that fails does not hold up the
/// others: the stream brings it again, and in the end the sweep does.
public final class WorkNotices implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final NoticeWork work;

    public WorkNotices() {
        this(Environment.system());
    }

    public WorkNotices(Environment environment) {
        work = new NoticeWork(new Aws(environment), InstantSource.system());
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        var failed = new ArrayList<BatchItemFailure>();
        for (var record : event.getRecords()) {
            String position = record.getDynamodb().getSequenceNumber();
            var row = record.getDynamodb().getNewImage();
            var kept =
                    new NoticeTable.Kept(
                            Objects.requireNonNull(row.get("pk")).getS(),
                            Objects.requireNonNull(row.get("sk")).getS(),
                            Long.parseLong(Objects.requireNonNull(row.get("due")).getN()));
            try {
                work.work(kept, context);
            } catch (RuntimeException fault) {
                Fault.log(context, "notice at " + position, fault);
                failed.add(new BatchItemFailure(position));
            }
        }
        return new StreamsEventResponse(failed);
    }
}

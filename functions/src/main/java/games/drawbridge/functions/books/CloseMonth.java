package games.drawbridge.functions.books;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Objects;

/// Closes a month when somebody has asked for it. One that fails comes again.
public final class CloseMonth implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final Months months;

    public CloseMonth() {
        this(Environment.system());
    }

    public CloseMonth(Environment environment) {
        months = new Months(new Aws(environment));
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        var failed = new ArrayList<BatchItemFailure>();
        for (var record : event.getRecords()) {
            String position = record.getDynamodb().getSequenceNumber();
            try {
                var sk = record.getDynamodb().getKeys().get("sk");
                months.close(PeriodTable.month(Objects.requireNonNull(sk).getS()));
            } catch (IOException | RuntimeException fault) {
                Fault.log(context, "closing at " + position, fault);
                failed.add(new BatchItemFailure(position));
            }
        }
        return new StreamsEventResponse(failed);
    }
}

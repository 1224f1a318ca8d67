package games.drawbridge.functions.email;

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

/// Sends a confirmation as soon as the stream of Purchases brings its outbox row. One that fails
/// does not hold up the others.
public final class SendConfirmations
        implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final Confirmations confirmations;

    public SendConfirmations() {
        this(Environment.system());
    }

    public SendConfirmations(Environment environment) {
        confirmations = new Confirmations(new Aws(environment), InstantSource.system());
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        var failed = new ArrayList<BatchItemFailure>();
        for (var record : event.getRecords()) {
            String position = record.getDynamodb().getSequenceNumber();
            try {
                var pk = Objects.requireNonNull(record.getDynamodb().getKeys().get("pk"), "pk");
                confirmations.send(OutboxTable.order(pk.getS()), context);
            } catch (RuntimeException fault) {
                Fault.log(context, "confirmation at " + position, fault);
                failed.add(new BatchItemFailure(position));
            }
        }
        return new StreamsEventResponse(failed);
    }
}

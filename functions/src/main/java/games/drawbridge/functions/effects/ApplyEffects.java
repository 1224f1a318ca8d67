package games.drawbridge.functions.effects;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fault;
import games.drawbridge.functions.trace.Tracer;
import games.drawbridge.model.trace.Trace;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Carries effects out as the stream of Rooms brings them. One that fails does not hold up the
/// others: the stream brings it again, and in the end the sweep does.
public final class ApplyEffects implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final Effects effects;
    private final Tracer tracer;

    public ApplyEffects() {
        this(Environment.system());
    }

    public ApplyEffects(Environment environment) {
        effects = new Effects(new Aws(environment), InstantSource.system());
        tracer = new Tracer(environment, InstantSource.system());
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        var failed = new ArrayList<BatchItemFailure>();
        for (var record : event.getRecords()) {
            String position = record.getDynamodb().getSequenceNumber();
            try {
                carryOut(record);
            } catch (RuntimeException fault) {
                Fault.log(context, "effect at " + position, fault);
                failed.add(new BatchItemFailure(position));
            }
        }
        return new StreamsEventResponse(failed);
    }

    private void carryOut(DynamodbStreamRecord record) {
        var pending = pending(record);
        var row = record.getDynamodb().getNewImage();
        var trace = Optional.ofNullable(row.get("trace")).flatMap(it -> Trace.parse(it.getS()));
        tracer.within(
                trace,
                "effect",
                Map.of("effect", pending.id()),
                _ -> {
                    effects.carryOut(pending);
                    return pending;
                });
    }

    private static Pending pending(DynamodbStreamRecord record) {
        var row = record.getDynamodb().getNewImage();
        return Pending.of(
                value(row, "pk").getS(),
                value(row, "sk").getS(),
                value(row, "effect").getS(),
                Long.parseLong(value(row, "at").getN()));
    }

    private static AttributeValue value(Map<String, AttributeValue> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }
}

package games.drawbridge.functions.statistics;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fault;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Counts each game when the stream of Rooms tells that its log is archived: one after the other,
/// and never two at once, however many end together. One that fails comes again.
public final class CountGames implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final TurnTable turns;
    private final Games games;

    public CountGames() {
        this(Environment.system());
    }

    public CountGames(Environment environment) {
        this(environment, InstantSource.system());
    }

    CountGames(Environment environment, InstantSource clock) {
        var aws = new Aws(environment);
        turns = new TurnTable(aws, clock);
        games = new Games(aws);
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        String me;
        try {
            me = turns.take();
        } catch (Attempts.Exhausted _) {
            // another counts: all of it comes again
            return new StreamsEventResponse(List.of(failure(event.getRecords().getFirst())));
        }
        try {
            return count(event.getRecords(), context);
        } finally {
            turns.give(me);
        }
    }

    private StreamsEventResponse count(List<DynamodbStreamRecord> records, Context context) {
        var failed = new ArrayList<BatchItemFailure>();
        for (var record : records) {
            var row = record.getDynamodb().getNewImage();
            String room = value(row, "pk").substring("ROOM#".length());
            try {
                games.count(room, value(row, "kind"), value(row, "archive"));
            } catch (RuntimeException fault) {
                Fault.log(context, "counting " + room, fault);
                failed.add(failure(record));
            }
        }
        return new StreamsEventResponse(failed);
    }

    private static BatchItemFailure failure(DynamodbStreamRecord record) {
        return new BatchItemFailure(record.getDynamodb().getSequenceNumber());
    }

    private static String value(Map<String, AttributeValue> row, String name) {
        return Objects.requireNonNull(row.get(name), name).getS();
    }
}

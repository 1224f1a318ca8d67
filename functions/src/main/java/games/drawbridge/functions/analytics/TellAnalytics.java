package games.drawbridge.functions.analytics;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Makes events of what the streams of Players and Wallets bring. A batch goes as one; if it fails,
/// all of it comes again, and its events have the ids that they had.
public final class TellAnalytics implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private static final String TRANSACTION = "TRANSACTION#";

    private final Analytics analytics;

    public TellAnalytics() {
        this(Environment.system());
    }

    public TellAnalytics(Environment environment) {
        analytics = new Analytics(new Aws(environment), InstantSource.system());
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        if (!analytics.isOpen()) return new StreamsEventResponse(List.of());
        var records = event.getRecords();
        var events = new ArrayList<Event>();
        var failed = new ArrayList<BatchItemFailure>();
        for (var record : records)
            try {
                events.addAll(events(record));
            } catch (RuntimeException fault) {
                // what comes behind it waits for it, as the stream has it
                failed.add(failure(record, fault, context));
                break;
            }
        try {
            analytics.tell(events);
            return new StreamsEventResponse(failed);
        } catch (RuntimeException fault) {
            return new StreamsEventResponse(List.of(failure(records.getFirst(), fault, context)));
        }
    }

    private static List<Event> events(DynamodbStreamRecord record) {
        var row = new Image(record.getDynamodb().getNewImage());
        String pk = row.text("pk");
        if (!pk.startsWith(TRANSACTION)) return PlayerEvents.of(record);
        return LedgerEvents.of(
                pk.substring(TRANSACTION.length()),
                row.text("reason"),
                row.text("legs"),
                Instant.ofEpochMilli(row.number("at")));
    }

    private static BatchItemFailure failure(
            DynamodbStreamRecord record, RuntimeException fault, Context context) {
        String position = record.getDynamodb().getSequenceNumber();
        Fault.log(context, "events at " + position, fault);
        return new BatchItemFailure(position);
    }
}

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
import games.drawbridge.functions.analytics.Analytics;
import games.drawbridge.functions.analytics.GameEvents;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.JsonService;
import games.drawbridge.functions.aws.Trouble;
import games.drawbridge.functions.http.Fault;
import games.drawbridge.functions.http.Problem;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Counts each game when the stream of Rooms tells that its log is archived: one after the other,
/// and never two at once, however many end together. What it came to is told to those who count
/// players, too. One that a store keeps it from counting comes again; one that cannot be counted is
/// told of and left, for in a stream it would hold up all behind it.
public final class CountGames implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final TurnTable turns;
    private final Games games;
    private final Analytics analytics;

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
        analytics = new Analytics(aws, clock);
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
                games.count(room, value(row, "kind"), value(row, "archive"))
                        .ifPresent(game -> analytics.tell(GameEvents.of(room, game)));
            } catch (RuntimeException fault) {
                Fault.log(context, "counting " + room, fault);
                if (!isOfTheGame(fault)) failed.add(failure(record));
            }
        }
        return new StreamsEventResponse(failed);
    }

    /// Whether it would be the same whenever it is tried: a log that is damaged or gone (which S3
    /// calls forbidden to whoever may not list), or rules that trip over it.
    private static boolean isOfTheGame(RuntimeException fault) {
        return switch (fault) {
            case Attempts.Exhausted _, Played.NotYet _, SdkException _, JsonService.Refused _ ->
                    false;
            case Problem unread when unread.getCause() instanceof S3Exception refused ->
                    !Trouble.passes(refused);
            case Problem unread -> !(unread.getCause() instanceof SdkException);
            default -> true;
        };
    }

    private static BatchItemFailure failure(DynamodbStreamRecord record) {
        return new BatchItemFailure(record.getDynamodb().getSequenceNumber());
    }

    private static String value(Map<String, AttributeValue> row, String name) {
        return Objects.requireNonNull(row.get(name), name).getS();
    }
}

package games.drawbridge.functions.email;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fault;
import java.time.InstantSource;
import java.util.ArrayList;

/// Hears what SES tells of the letters it has, and remembers who wants no more. Everything may be
/// told twice and in any order.
public final class HearEmailNews implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final InstantSource clock = InstantSource.system();
    private final OutboxTable outbox;
    private final SuppressionTable suppressions;

    public HearEmailNews() {
        this(Environment.system());
    }

    public HearEmailNews(Environment environment) {
        var aws = new Aws(environment);
        outbox = new OutboxTable(aws);
        suppressions = new SuppressionTable(aws);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        var failed = new ArrayList<BatchItemFailure>();
        for (var message : event.getRecords()) {
            try {
                hear(EmailNews.of(message.getBody()));
            } catch (RuntimeException fault) {
                Fault.log(context, "news of an e-mail", fault);
                failed.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failed);
    }

    private void hear(EmailNews news) {
        switch (news) {
            case EmailNews.Sent(String order, String message) ->
                    outbox.sent(order, message, clock.instant());
            case EmailNews.Rejected(String order) -> outbox.unsent(order, "rejected");
            case EmailNews.Unwanted(var why, var addresses, var message) ->
                    addresses.forEach(
                            each -> suppressions.add(each, why, message, clock.instant()));
            case EmailNews.Other() -> {
                // nothing to be done
            }
        }
    }
}

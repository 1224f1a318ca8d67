package games.drawbridge.functions.payments;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fault;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Does what notices should have led to and did not: works those that the stream gave up on, and
/// asks providers about orders of which they may have told us nothing.
public final class ReconcilePayments implements RequestHandler<ScheduledEvent, @Nullable Void> {
    private final InstantSource clock = InstantSource.system();
    private final NoticeTable notices;
    private final OrderTable orders;
    private final NoticeWork work;
    private final Asking asking;

    public ReconcilePayments() {
        this(Environment.system());
    }

    public ReconcilePayments(Environment environment) {
        var aws = new Aws(environment);
        notices = new NoticeTable(aws);
        orders = new OrderTable(aws);
        work = new NoticeWork(aws, clock);
        asking = new Asking(aws, clock);
    }

    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        var now = clock.instant();
        for (var late : notices.before(now.minus(PaymentLimits.PATIENCE), PaymentLimits.SWEEP)) {
            try {
                work.work(late, context);
            } catch (RuntimeException fault) {
                Fault.log(context, "notice " + late.sk(), fault);
            }
        }
        for (String due : orders.due(now, PaymentLimits.SWEEP)) {
            try {
                asking.ask(due, context);
            } catch (RuntimeException fault) {
                Fault.log(context, "order " + due, fault);
            }
        }
        return null;
    }
}

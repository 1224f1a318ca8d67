package games.drawbridge.functions.books;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fault;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// What the books need every day: the rates, a file of what was booked the day before, and the
/// month that is over closed. One that fails does not hold up the others, and is done with the next
/// day.
public final class KeepBooks implements RequestHandler<ScheduledEvent, @Nullable Void> {
    private final InstantSource clock;
    private final EcbRates rates;
    private final DailyExport export;
    private final Statements statements;

    public KeepBooks() {
        this(Environment.system());
    }

    public KeepBooks(Environment environment) {
        this(environment, InstantSource.system());
    }

    KeepBooks(Environment environment, InstantSource clock) {
        var aws = new Aws(environment);
        this.clock = clock;
        rates = new EcbRates(aws);
        export = new DailyExport(aws);
        statements = new Statements(aws);
    }

    /// A part of the day's work.
    private interface Work {
        void run() throws IOException;
    }

    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        Instant now = clock.instant();
        var yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
        does(context, "rates", () -> rates.fetch(now));
        does(context, "export", () -> export.write(yesterday));
        does(context, "month", () -> statements.ask(YearMonth.from(yesterday).minusMonths(1), now));
        return null;
    }

    private static void does(Context context, String what, Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException fault) {
            Fault.log(context, what, fault);
        }
    }
}

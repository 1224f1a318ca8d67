package games.drawbridge.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What invokes a function beside requests.
public sealed interface Trigger {

    /// As declared: function and event, `ApplyEffects.Stream`.
    String name();

    String function();

    /// The changes of a table.
    ///
    /// @param table its name
    /// @param fromStart whether the first start begins with the oldest record that is kept
    /// @param patterns records that fit none are skipped; none: every record fits
    /// @param retries of a batch that failed; -1: until its records are too old
    /// @param oldest a record that is older is given up; empty: a day, as long as streams keep it
    /// @param partial whether the answer may name the records that failed
    /// @param onFailure the ARN of the queue that hears what was given up
    record OfStream(
            String name,
            String function,
            String table,
            boolean fromStart,
            Batch batch,
            List<String> patterns,
            boolean bisect,
            int retries,
            Optional<Duration> oldest,
            boolean partial,
            Optional<String> onFailure)
            implements Trigger {}

    /// The messages of a queue.
    ///
    /// @param queue its name
    record OfQueue(
            String name,
            String function,
            String queue,
            Batch batch,
            List<String> patterns,
            boolean partial)
            implements Trigger {}

    /// A clock.
    ///
    /// @param expression `rate(…)` or `cron(…)`
    /// @param input the event's JSON; empty: what EventBridge sends by itself
    /// @param source who sends it, `aws.events` or `aws.scheduler`
    record OfClock(
            String name, String function, String expression, Optional<String> input, String source)
            implements Trigger {}

    /// How many records come at once.
    ///
    /// @param window how long to wait for more
    record Batch(int size, Duration window) {}
}

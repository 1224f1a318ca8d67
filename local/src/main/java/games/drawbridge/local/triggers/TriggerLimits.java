package games.drawbridge.local.triggers;

import java.time.Duration;

/// How triggers wait, each with its reason.
final class TriggerLimits {

    /// Between two looks at a stream where nothing happens: Lambda's own.
    static final Duration QUIET = Duration.ofMillis(250);

    /// Between two looks at a stream where something has just happened.
    static final Duration BUSY = Duration.ofMillis(20);

    /// Between two looks at which shards there are: DynamoDB makes new ones every few hours.
    static final Duration SHARDS = Duration.ofSeconds(30);

    /// Changes that one look brings at most: DynamoDB's own.
    static final int LOOK = 1_000;

    /// Before the second try of a batch; it doubles with each. Lambda's own is not documented.
    static final Duration RETRY = Duration.ofMillis(200);

    static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

    /// Seconds that a look at a queue waits for a message: SQS's longest.
    static final int LONG_POLL_SECONDS = 20;

    /// Messages that one look at a queue brings at most: SQS's own.
    static final int RECEIVE = 10;

    /// Looks at one queue at the same time. Lambda begins with five.
    static final int POLLERS = 2;

    /// For what is under way when the world stops; the nodes have as long to say goodbye.
    static final Duration LAST_WORK = Duration.ofSeconds(10);

    /// For what is idle when the world stops.
    static final Duration LAST_WAIT = Duration.ofSeconds(3);

    /// After something failed that should not: a stand-in may be starting again.
    static final Duration TROUBLE = Duration.ofSeconds(1);

    /// Before the second and third try of an event that nobody waits for: Lambda's own.
    static final Duration[] ASYNC_RETRIES = {Duration.ofMinutes(1), Duration.ofMinutes(2)};

    private TriggerLimits() {}
}

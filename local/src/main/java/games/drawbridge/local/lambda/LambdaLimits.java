package games.drawbridge.local.lambda;

import java.time.Duration;

/// Lambda's limits, as a function or its caller meets them.
public final class LambdaLimits {

    /// Bytes of an event that somebody waits for, and of its answer.
    public static final int SYNC_PAYLOAD = 6_291_556;

    /// Bytes of an event that nobody waits for.
    public static final int ASYNC_PAYLOAD = 1_048_576;

    /// How long a new instance may take before its first event.
    public static final Duration INIT = Duration.ofSeconds(10);

    /// Instances of one function: what one machine can hold. An account at AWS has 1,000.
    public static final int INSTANCES = 100;

    /// How long an instance without work is kept.
    public static final Duration IDLE = Duration.ofMinutes(5);

    private LambdaLimits() {}
}

package games.drawbridge.realtime.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/// The node's client of DynamoDB. Players wait for what it writes, one batch behind another, so it
/// asks again much sooner than the SDK would: that rests for 250–500 ms after the first throttled
/// try and twice as long after each further one, and with 30 % of the calls throttled a hundredth
/// of the moves took 4 s.
class DynamoDb {
    private static final Duration FIRST_REST = Duration.ofMillis(25);
    private static final Duration LONGEST_REST = Duration.ofMillis(400);

    /// Within the 2 s after which a log asks anew.
    private static final int TRIES = 8;

    @Produces
    @ApplicationScoped
    DynamoDbClient client(DynamoDbClientBuilder builder) {
        var others = builder.overrideConfiguration().toBuilder();
        return builder.overrideConfiguration(others.retryStrategy(retries()).build()).build();
    }

    /// Without the breaker that gives up when many calls fail: what a log could not write it tries
    /// again anyway.
    private static RetryStrategy retries() {
        var rest = BackoffStrategy.exponentialDelay(FIRST_REST, LONGEST_REST);
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(TRIES)
                .backoffStrategy(rest)
                .throttlingBackoffStrategy(rest)
                .circuitBreakerEnabled(false)
                .build();
    }
}

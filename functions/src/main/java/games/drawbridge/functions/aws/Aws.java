package games.drawbridge.functions.aws;

import games.drawbridge.functions.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/// The AWS clients of one function, each made once and only if asked for. Where
/// `AWS_ENDPOINT_URL_…` is set, the service is there.
public final class Aws {
    /// One attempt: far beyond any healthy answer, and it leaves time for another.
    private static final Duration ATTEMPT = Duration.ofSeconds(3);

    /// All attempts of one call: below the function's own timeout of 10 s, so a fault can be told.
    private static final Duration CALL = Duration.ofSeconds(8);

    /// Ends calls that take too long, of all clients: each would have five threads for that.
    private static final ScheduledExecutorService TIMER = timer();

    private final Environment environment;
    private @Nullable DynamoDbClient dynamoDb;

    public Aws(Environment environment) {
        this.environment = environment;
        Priming.of(this);
    }

    public Environment environment() {
        return environment;
    }

    public String region() {
        return environment.get("AWS_REGION");
    }

    /// Shared by the tables of a function.
    public DynamoDbClient dynamoDb() {
        var made = dynamoDb;
        if (made == null) dynamoDb = made = client(DynamoDbClient.builder(), "DYNAMODB");
        return made;
    }

    public S3Client s3() {
        return client(s3Builder(), "S3");
    }

    /// For objects that take longer than others.
    ///
    /// @param call how long one call may take, all attempts of it
    public S3Client s3(Duration call) {
        return client(
                s3Builder(),
                "S3",
                times -> times.apiCallAttemptTimeout(call.dividedBy(2)).apiCallTimeout(call));
    }

    private S3ClientBuilder s3Builder() {
        boolean elsewhere = environment.find("AWS_ENDPOINT_URL_S3").isPresent();
        // An object is written whole, and its hash is kept: chunks signed one by one add nothing.
        return S3Client.builder()
                .forcePathStyle(elsewhere)
                .serviceConfiguration(config -> config.chunkedEncodingEnabled(false));
    }

    public SecretsManagerClient secretsManager() {
        return client(SecretsManagerClient.builder(), "SECRETS_MANAGER");
    }

    /// Asks once and never again by itself: what was sent twice arrives twice.
    public SesV2Client sesV2() {
        return client(
                SesV2Client.builder(),
                "SESV2",
                times -> times.retryStrategy(AwsRetryStrategy.doNotRetry()));
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, String service) {
        return client(builder, service, _ -> {});
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, String service, Consumer<ClientOverrideConfiguration.Builder> more) {
        environment
                .find("AWS_ENDPOINT_URL_" + service)
                .ifPresent(url -> builder.endpointOverride(URI.create(url)));
        return builder.region(Region.of(region()))
                .credentialsProvider(credentials())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(times ->
                        times.scheduledExecutorService(TIMER)
                                .apiCallAttemptTimeout(ATTEMPT)
                                .apiCallTimeout(CALL)
                                .applyMutation(more))
                .build();
    }

    private static ScheduledExecutorService timer() {
        var timer =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("time limits").factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /// With SnapStart Lambda sets no keys, because they would grow old in the snapshot: the default
    /// chain then finds them when they are needed.
    public AwsCredentialsProvider credentials() {
        return environment
                .find("AWS_ACCESS_KEY_ID")
                .<AwsCredentialsProvider>map(id -> StaticCredentialsProvider.create(keys(id)))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    private AwsCredentials keys(String id) {
        String secret = environment.get("AWS_SECRET_ACCESS_KEY");
        return environment
                .find("AWS_SESSION_TOKEN")
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
                .orElseGet(() -> AwsBasicCredentials.create(id, secret));
    }
}

package games.drawbridge.local.aws;

import games.drawbridge.local.standins.Credentials;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Clients that may do everything, as the owner of the account.
public record Aws(
        DynamoDbClient dynamoDb, DynamoDbStreamsClient streams, S3Client s3, SqsClient sqs)
        implements AutoCloseable {

    /// Longer than the longest look at a queue.
    private static final Duration SOCKET = Duration.ofSeconds(40);

    /// @param dynamoDb endpoints as `http://host:port`
    public static Aws at(String dynamoDb, String s3, String sqs) {
        return new Aws(
                built(DynamoDbClient.builder(), dynamoDb),
                built(DynamoDbStreamsClient.builder(), dynamoDb),
                built(withPlainBodies(), s3),
                built(SqsClient.builder(), sqs));
    }

    /// S3Proxy answers before it has read a body to the end of its chunks and their checksums, and
    /// then may close the connection on who still writes: the body goes as it is.
    private static S3ClientBuilder withPlainBodies() {
        return S3Client.builder()
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .serviceConfiguration(plain -> plain.chunkedEncodingEnabled(false));
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C built(
            B builder, String endpoint) {
        var keys = Credentials.LOCAL;
        return builder.endpointOverride(URI.create(endpoint))
                .region(Region.of(keys.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        keys.accessKeyId(), keys.secretAccessKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(SOCKET))
                .build();
    }

    @Override
    public void close() {
        dynamoDb.close();
        streams.close();
        s3.close();
        sqs.close();
    }
}

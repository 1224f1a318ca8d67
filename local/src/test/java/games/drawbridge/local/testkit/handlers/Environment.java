package games.drawbridge.local.testkit.handlers;

import java.net.URI;
import java.util.Map;
import java.util.NoSuchElementException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The variables of one function, and the clients made from them.
public record Environment(Map<String, String> values) {
    public String get(String name) {
        String value = values.get(name);
        if (value == null) throw new NoSuchElementException(name);
        return value;
    }

    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, String service) {
        return builder.endpointOverride(URI.create(get("AWS_ENDPOINT_URL_" + service)))
                .region(Region.of(get("AWS_REGION")))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        get("AWS_ACCESS_KEY_ID"), get("AWS_SECRET_ACCESS_KEY"))))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    DynamoDbClient dynamoDb() {
        return client(DynamoDbClient.builder(), "DYNAMODB");
    }
}

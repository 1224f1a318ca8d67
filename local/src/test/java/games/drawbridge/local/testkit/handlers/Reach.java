package games.drawbridge.local.testkit.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Reaches for what it is told to, and says how that went.
public final class Reach implements RequestHandler<Map<String, String>, String> {
    private final DynamoDbClient dynamoDb;
    private final S3Client s3;

    public Reach(Environment environment) {
        dynamoDb = environment.dynamoDb();
        s3 = environment.client(S3Client.builder().forcePathStyle(true), "S3");
    }

    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        try {
            return switch (event.get("for")) {
                case "row" -> row(event.get("table"));
                case "row from another thread" -> elsewhere(event.get("table"));
                case "object" ->
                        s3.getObjectAsBytes(get ->
                                        get.bucket(event.get("bucket")).key(event.get("key")))
                                .asUtf8String();
                case null, default -> "what?";
            };
        } catch (DynamoDbException | S3Exception refused) {
            return said(refused);
        }
    }

    private String row(String table) {
        var key = Map.of("pk", AttributeValue.fromS("x"), "sk", AttributeValue.fromS("y"));
        return "found " + dynamoDb.getItem(get -> get.tableName(table).key(key)).hasItem();
    }

    private String elsewhere(String table) {
        try (var threads = Executors.newSingleThreadExecutor()) {
            return CompletableFuture.supplyAsync(() -> row(table), threads).join();
        }
    }

    private static String said(AwsServiceException refused) {
        return refused.getClass().getSimpleName()
                + " "
                + refused.statusCode()
                + " "
                + refused.awsErrorDetails().errorCode();
    }
}

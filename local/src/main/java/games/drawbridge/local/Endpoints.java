package games.drawbridge.local;

import games.drawbridge.local.aws.Aws;
import games.drawbridge.local.standins.Credentials;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where everything is reached.
///
/// @param services where Secrets Manager, SES and Firehose are
public record Endpoints(
        String game, String dynamoDb, String s3, String sqs, String redis, String services) {

    /// As the console shows them.
    Map<String, String> shown() {
        var all = new LinkedHashMap<String, String>();
        all.put("game", game + "/");
        all.put("api", game + "/v1");
        all.put("dynamodb", dynamoDb);
        all.put("s3", s3);
        all.put("sqs", sqs);
        all.put("redis", redis);
        return all;
    }

    /// The variables by which any program of ours finds AWS.
    Map<String, String> variables() {
        var keys = Credentials.LOCAL;
        return Map.of(
                "AWS_REGION", keys.region(),
                "AWS_ACCESS_KEY_ID", keys.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", keys.secretAccessKey(),
                "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb,
                "AWS_ENDPOINT_URL_S3", s3,
                "AWS_ENDPOINT_URL_SQS", sqs,
                "AWS_ENDPOINT_URL_SECRETS_MANAGER", services,
                "AWS_ENDPOINT_URL_SESV2", services,
                "AWS_ENDPOINT_URL_FIREHOSE", services);
    }

    /// Clients with which the world itself works.
    Aws clients() {
        return Aws.at(dynamoDb, s3, sqs);
    }

    /// The front door by all of its names, as browsers send them in `Origin`.
    List<String> origins() {
        String port = game.substring(game.lastIndexOf(':'));
        return List.of("http://localhost" + port, "http://127.0.0.1" + port, "http://[::1]" + port);
    }
}

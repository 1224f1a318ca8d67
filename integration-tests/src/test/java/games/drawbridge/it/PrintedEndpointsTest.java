package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Any client of AWS, given nothing but what `up` prints and `/_local` says.
class PrintedEndpointsTest {
    private static final Pattern TABLE =
            Pattern.compile("(?m)^  (\\w+):\\R    Type: AWS::DynamoDB::Table$");

    private static DynamoDbClient client(JsonNode printed) {
        var keys = printed.get("credentials");
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(printed.at("/endpoints/dynamodb").asText()))
                .region(Region.of(keys.get("region").asText()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        keys.get("accessKeyId").asText(),
                                        keys.get("secretAccessKey").asText())))
                .build();
    }

    private static List<String> declared() throws IOException {
        return TABLE.matcher(Files.readString(Path.of("../template.yaml")))
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
    }

    @Test
    void dynamoDbHasExactlyTheTablesOfTheTemplate() throws IOException {
        var printed = TheWorld.api().get("/_local", null).ok();
        try (var dynamoDb = client(printed)) {
            var tables = dynamoDb.listTables().tableNames();
            assertThat(declared()).hasSizeGreaterThan(4);
            assertThat(tables).containsExactlyInAnyOrderElementsOf(declared());
            Players.guest();
            var players = dynamoDb.scan(scan -> scan.tableName("Players"));
            assertThat(players.items()).isNotEmpty();
            for (var table : tables) dynamoDb.scan(scan -> scan.tableName(table));
        }
    }
}

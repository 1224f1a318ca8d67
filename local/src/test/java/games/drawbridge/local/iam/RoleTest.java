package games.drawbridge.local.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.local.http.Json;
import games.drawbridge.local.template.Cloud;
import games.drawbridge.local.template.Function;
import games.drawbridge.local.template.Statement;
import games.drawbridge.local.template.TemplateFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {
    private static final Cloud CLOUD = new Cloud("eu-west-1", Cloud.ACCOUNT, "http://q");
    private static final String TABLE = CLOUD.table("Rooms");

    private static Role role(Statement... statements) {
        var function =
                new Function(
                        "Join",
                        "code",
                        "a.Join",
                        Map.of(),
                        List.of(statements),
                        Duration.ofSeconds(1),
                        128,
                        Optional.empty(),
                        2,
                        Optional.empty());
        return new Role(function, CLOUD);
    }

    private static Statement statement(boolean allow, List<String> actions, String... resources) {
        return new Statement(allow, actions, List.of(resources), Map.of());
    }

    private static final Role ROLE =
            role(
                    statement(
                            true,
                            List.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Batch*"),
                            TABLE),
                    statement(true, List.of("dynamodb:Query"), TABLE + "/index/listing"),
                    statement(true, List.of("s3:GetObject"), "arn:aws:s3:::content/store/*"),
                    statement(true, List.of("sqs:SendMessage"), CLOUD.queue("Mails")),
                    statement(true, List.of("secretsmanager:*"), CLOUD.secret("Keys")),
                    statement(false, List.of("secretsmanager:PutSecretValue"), "*"),
                    statement(true, List.of("ses:SendEmail"), CLOUD.identity("example.com")));

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(String json) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().readValue(json, Map.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException bad) {
            throw new IllegalArgumentException(Json.text(json), bad);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DynamoDb       | GetItem              | {"TableName":"Rooms"}
                    DynamoDb       | GetItem              | {"TableName":"arn:aws:dynamodb:eu-west-1:000000000000:table/Rooms"}
                    DynamoDb       | Query                | {"TableName":"Rooms","IndexName":"listing"}
                    DynamoDb       | BatchGetItem         | {"RequestItems":{"Rooms":{}}}
                    DynamoDb       | TransactWriteItems   | {"TransactItems":[{"Put":{"TableName":"Rooms"}}]}
                    DynamoDb       | TransactGetItems     | {"TransactItems":[{"Get":{"TableName":"Rooms"}}]}
                    S3             | GetObject            | {"Bucket":"content","Key":"store/catalogue.json"}
                    S3             | HeadObject           | {"Bucket":"content","Key":"store/catalogue.json"}
                    Sqs            | SendMessage          | {"QueueUrl":"http://q/000000000000/Mails"}
                    Sqs            | SendMessageBatch     | {"QueueUrl":"http://q/000000000000/Mails"}
                    SecretsManager | GetSecretValue       | {"SecretId":"Keys"}
                    SESv2          | SendEmail            | {"FromEmailAddress":"The Game <play@example.com>","Content":{"Simple":{}}}
                    """)
    void whatThePoliciesAllowIsLetThrough(String service, String operation, String call) {
        assertThat(ROLE.refusal(service, operation, fields(call))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DynamoDb       | DeleteItem         | {"TableName":"Rooms"}                                     | dynamodb:DeleteItem on resource: arn:aws:dynamodb:eu-west-1:000000000000:table/Rooms
                    DynamoDb       | GetItem            | {"TableName":"Players"}                                   | dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:000000000000:table/Players
                    DynamoDb       | Query              | {"TableName":"Rooms"}                                     | dynamodb:Query on resource: arn:aws:dynamodb:eu-west-1:000000000000:table/Rooms
                    DynamoDb       | Query              | {"TableName":"Rooms","IndexName":"pending"}               | table/Rooms/index/pending
                    DynamoDb       | Scan               | {"TableName":"Rooms"}                                     | dynamodb:Scan
                    DynamoDb       | BatchWriteItem     | {"RequestItems":{"Rooms":{},"Players":{}}}                | table/Players
                    DynamoDb       | TransactWriteItems | {"TransactItems":[{"Put":{"TableName":"Rooms"}},{"Update":{"TableName":"Rooms"}}]} | dynamodb:UpdateItem
                    DynamoDb       | TransactWriteItems | {"TransactItems":[{"ConditionCheck":{"TableName":"Rooms"}}]} | dynamodb:ConditionCheckItem
                    DynamoDb       | ExecuteStatement   | {"Statement":"SELECT * FROM Rooms"}                       | dynamodb:ExecuteStatement on resource: *
                    S3             | GetObject          | {"Bucket":"content","Key":"secret.json"}                  | s3:GetObject on resource: arn:aws:s3:::content/secret.json
                    S3             | ListObjectsV2      | {"Bucket":"content"}                                      | s3:ListBucket on resource: arn:aws:s3:::content
                    S3             | PutObject          | {"Bucket":"content","Key":"store/catalogue.json"}         | s3:PutObject
                    S3             | DeleteObjects      | {"Bucket":"content","Delete":{"Objects":[{"Key":"store/a"}]}} | s3:DeleteObject on resource: arn:aws:s3:::content/store/a
                    Sqs            | ReceiveMessage     | {"QueueUrl":"http://q/000000000000/Mails"}                | sqs:ReceiveMessage
                    Sqs            | SendMessage        | {"QueueUrl":"http://q/000000000000/Other"}                | arn:aws:sqs:eu-west-1:000000000000:Other
                    SecretsManager | GetSecretValue     | {"SecretId":"Other"}                                      | secretsmanager:GetSecretValue
                    SecretsManager | PutSecretValue     | {"SecretId":"Keys"}                                       | secretsmanager:PutSecretValue
                    SESv2          | SendEmail          | {"FromEmailAddress":"a@other.com","Content":{"Simple":{}}} | identity/other.com
                    SESv2          | SendEmail          | {"FromEmailAddress":"a@example.com","Content":{"Raw":{}}} | ses:SendRawEmail
                    SESv2          | SendEmail          | {"FromEmailAddress":"a@example.com","ConfigurationSetName":"set","Content":{"Simple":{}}} | configuration-set/set
                    Kms            | Encrypt            | {}                                                        | Kms:Encrypt on resource: *
                    """)
    void whatTheyDoNotIsRefusedInAwsOwnWords(
            String service, String operation, String call, String named) {
        assertThat(ROLE.refusal(service, operation, fields(call)).orElseThrow())
                .startsWith(
                        "User: arn:aws:sts::000000000000:assumed-role/Join/Join is not authorized")
                .contains(named);
    }

    @Test
    void aConditionIsAFault() {
        var statement =
                new Statement(
                        true,
                        List.of("dynamodb:GetItem"),
                        List.of("*"),
                        Map.of("StringEquals", Map.of("aws:username", List.of("ann"))));
        assertThatThrownBy(() -> role(statement))
                .isInstanceOf(TemplateFault.class)
                .hasMessageContaining("Join.Policies: conditions do not run locally");
    }
}

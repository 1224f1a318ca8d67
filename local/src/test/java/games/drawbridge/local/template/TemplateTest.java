package games.drawbridge.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final Cloud CLOUD =
            new Cloud("eu-west-1", Cloud.ACCOUNT, "http://127.0.0.1:9324");
    private static final Map<String, String> PARAMETERS =
            Map.of("Origin", "http://localhost:8080", "RedisUrl", "redis://127.0.0.1:6379");

    @TempDir private Path folder;

    private Template read(String yaml) throws IOException {
        Path file = folder.resolve("template.yaml");
        Files.writeString(file, yaml);
        return Template.read(file, PARAMETERS, CLOUD);
    }

    /// One variable of one function, worked out by the template.
    private String value(String expression) throws IOException {
        var template =
                read(
                        """
                        Parameters:
                          Origin: {Type: String}
                          RedisUrl: {Type: String, Default: ""}
                          Empty: {Type: String, Default: ""}
                          Subnets: {Type: CommaDelimitedList, Default: "a, b"}
                        Conditions:
                          HasLiveLog: !Not [!Equals [!Ref RedisUrl, ""]]
                          HasEmpty: !Not [!Equals [!Ref Empty, ""]]
                          Both: !And [!Condition HasLiveLog, !Condition HasEmpty]
                          Either: !Or [!Condition HasLiveLog, !Condition HasEmpty]
                        Resources:
                          Players:
                            Type: AWS::DynamoDB::Table
                            Properties:
                              AttributeDefinitions: [{AttributeName: pk, AttributeType: S}]
                              KeySchema: [{AttributeName: pk, KeyType: HASH}]
                          ContentBucket: {Type: AWS::S3::Bucket}
                          Mails: {Type: AWS::SQS::Queue}
                          Keys: {Type: AWS::SecretsManager::Secret}
                          Login:
                            Type: AWS::Serverless::Function
                            Properties:
                              Runtime: java25
                              CodeUri: functions.jar
                              Handler: a.Login
                              Environment:
                                Variables:
                                  VALUE: %s
                        """
                                .formatted(expression));
        return template.functions().getFirst().environment().getOrDefault("VALUE", "(none)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    plain                                            | plain
                    42                                               | 42
                    !Ref Origin                                      | http://localhost:8080
                    !Ref AWS::Region                                 | eu-west-1
                    !Ref Players                                     | Players
                    !Ref ContentBucket                               | content-bucket
                    !Ref Mails                                       | http://127.0.0.1:9324/000000000000/Mails
                    !Ref Keys                                        | arn:aws:secretsmanager:eu-west-1:000000000000:secret:Keys-local0
                    !Ref AWS::NoValue                                | (none)
                    !GetAtt Players.Arn                              | arn:aws:dynamodb:eu-west-1:000000000000:table/Players
                    !GetAtt ContentBucket.Arn                        | arn:aws:s3:::content-bucket
                    !GetAtt Mails.Arn                                | arn:aws:sqs:eu-west-1:000000000000:Mails
                    !Sub "${Players.Arn}/index/*"                    | arn:aws:dynamodb:eu-west-1:000000000000:table/Players/index/*
                    !Sub "${Origin}/x-${!Origin}"                    | http://localhost:8080/x-${Origin}
                    !Sub ["${a}-${AWS::AccountId}", {a: !Ref Players}] | Players-000000000000
                    !Join ["+", !Ref Subnets]                        | a+b
                    !Join ["", [a, !Ref Players]]                    | aPlayers
                    !If [HasLiveLog, yes-it-has, no]                 | yes-it-has
                    !If [HasEmpty, one, !Ref AWS::NoValue]           | (none)
                    !If [Both, both, not-both]                       | not-both
                    !If [Either, either, neither]                    | either
                    {"Fn::Sub": "${Players}"}                        | Players
                    """)
    void anIntrinsicFunctionGivesItsValue(String expression, String expected) throws IOException {
        assertThat(value(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    !Ref Wallets              | Login.Environment.Variables.VALUE: nothing is called Wallets
                    !GetAtt Wallets.Arn       | nothing is called Wallets
                    !GetAtt Players.Colour    | Players.Colour is not known locally
                    !Sub "${Nobody}"          | nothing is called Nobody
                    !If [Nope, a, b]          | Conditions.Nope: is not declared
                    !If [HasLiveLog, a]       | wrong number of arguments
                    !ImportValue other-stack  | Fn::ImportValue does not run locally
                    [a, b]                    | must be a text
                    """)
    void whatCannotBeAnsweredIsNamed(String expression, String sentence) {
        assertThatThrownBy(() -> value(expression))
                .isInstanceOf(TemplateFault.class)
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {Type: AWS::SNS::Topic}                                                 | Thing: AWS::SNS::Topic does not run locally
                    {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}                  | Thing.FifoQueue: only false runs locally
                    {Type: AWS::SQS::Queue, Properties: {Colour: red}}                      | Thing.Colour: this property does not run locally
                    {Type: AWS::DynamoDB::Table, Properties: {KeySchema: []}}               | Thing.KeySchema: has no HASH key
                    {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {maxReceiveCount: 1}}} | Thing.RedrivePolicy: deadLetterTargetArn is missing
                    {Type: AWS::Serverless::Function, Properties: {Runtime: nodejs24.x}}    | Thing.Runtime: only java25 runs locally
                    {Type: AWS::Serverless::Function, Properties: {Handler: a, CodeUri: b, Layers: [x]}} | Thing.Layers: this property does not run locally
                    {Type: AWS::Serverless::Function, Properties: {Handler: a, CodeUri: b, Policies: [AmazonS3ReadOnlyAccess]}} | Thing.Policies: must be a map
                    {Type: AWS::Serverless::Function, Properties: {Handler: a, CodeUri: b, Timeout: 901}} | Thing.Timeout: must be a whole number from 1 to 900
                    {Type: AWS::Serverless::Function, Properties: {Handler: a, CodeUri: b, Events: {E: {Type: Kinesis}}}} | events of type Kinesis don't run locally
                    {Type: AWS::Serverless::Function, Properties: {Handler: a, CodeUri: b, Events: {E: {Type: HttpApi, Properties: {ApiId: None}}}}} | names no declared AWS::Serverless::HttpApi
                    """)
    void whatCannotBeRunExactlyIsAFaultThatNamesIt(String resource, String sentence) {
        assertThatThrownBy(() -> read("Resources: {Thing: " + resource + "}"))
                .isInstanceOf(TemplateFault.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void theSameKeyTwiceIsAFault() {
        assertThatThrownBy(() -> read("Resources: {A: {Type: AWS::S3::Bucket}, A: {}}"))
                .isInstanceOf(TemplateFault.class)
                .hasMessageContaining("duplicate key A");
    }

    @Test
    void whatStandsUnderAConditionThatDoesNotHoldDoesNotExist() throws IOException {
        var template =
                read(
                        """
                        Parameters: {RedisUrl: {Type: String}}
                        Conditions: {NoLog: !Equals [!Ref RedisUrl, ""]}
                        Resources:
                          One: {Type: AWS::S3::Bucket, Condition: NoLog}
                          Two: {Type: AWS::S3::Bucket}
                        """);
        assertThat(template.buckets()).containsExactly(new Bucket("Two", "two"));
    }

    @Test
    void globalsAreMergedAndTheFunctionsOwnWordWins() throws IOException {
        var template =
                read(
                        """
                        Globals:
                          Function:
                            CodeUri: all.jar
                            Timeout: 10
                            Environment: {Variables: {A: "1", B: "1"}}
                        Resources:
                          One:
                            Type: AWS::Serverless::Function
                            Properties:
                              Handler: a.One
                              Timeout: 20
                              Environment: {Variables: {B: "2"}}
                        """);
        var one = template.functions().getFirst();
        assertThat(one.timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(one.code()).isEqualTo("all.jar");
        assertThat(one.environment()).containsExactly(Map.entry("A", "1"), Map.entry("B", "2"));
    }

    @Test
    void aStreamIsReadWithEverythingThatItSays() throws IOException {
        var template =
                read(
                        """
                        Resources:
                          Rooms:
                            Type: AWS::DynamoDB::Table
                            Properties:
                              AttributeDefinitions: [{AttributeName: pk, AttributeType: S}]
                              KeySchema: [{AttributeName: pk, KeyType: HASH}]
                              StreamSpecification: {StreamViewType: NEW_AND_OLD_IMAGES}
                          Failed: {Type: AWS::SQS::Queue}
                          Apply:
                            Type: AWS::Serverless::Function
                            Properties:
                              Handler: a.Apply
                              CodeUri: b
                              Events:
                                Effects:
                                  Type: DynamoDB
                                  Properties:
                                    Stream: !GetAtt Rooms.StreamArn
                                    StartingPosition: TRIM_HORIZON
                                    BatchSize: 5
                                    MaximumBatchingWindowInSeconds: 1
                                    BisectBatchOnFunctionError: true
                                    MaximumRetryAttempts: 3
                                    MaximumRecordAgeInSeconds: 60
                                    FunctionResponseTypes: [ReportBatchItemFailures]
                                    FilterCriteria: {Filters: [{Pattern: '{"eventName":["INSERT"]}'}]}
                                    DestinationConfig:
                                      OnFailure: {Destination: !GetAtt Failed.Arn}
                        """);
        assertThat(template.triggers())
                .containsExactly(
                        new Trigger.OfStream(
                                "Apply.Effects",
                                "Apply",
                                "Rooms",
                                true,
                                new Trigger.Batch(5, Duration.ofSeconds(1)),
                                List.of("{\"eventName\":[\"INSERT\"]}"),
                                true,
                                3,
                                Optional.of(Duration.ofMinutes(1)),
                                true,
                                Optional.of(CLOUD.queue("Failed"))));
    }

    @Test
    void theProductsOwnTemplateCanBeRun() throws IOException {
        Path own = Path.of("..", "template.yaml");
        var template = Template.read(own, PARAMETERS, CLOUD);
        assertThat(template.functions()).isNotEmpty();
        assertThat(template.routes()).isNotEmpty();
        assertThat(template.tables()).isNotEmpty();
    }
}

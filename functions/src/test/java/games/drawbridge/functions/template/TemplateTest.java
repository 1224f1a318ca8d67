package games.drawbridge.functions.template;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.OpenApi;
import games.drawbridge.functions.testkit.Template;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final OpenApi API = OpenApi.read();

    @Test
    void theTemplateHasNothingWrong() throws Exception {
        assertThat(TemplateCheck.findings(Files.readString(Template.FILE), API)).isEmpty();
        assertThat(Template.read().functions()).hasSizeGreaterThan(20);
        assertThat(Template.read().routes()).hasSizeGreaterThan(20);
    }

    /// The formula, on a template that can be counted by hand.
    @Test
    void theStackIsCountedAsCloudFormationWillCountIt() {
        var template =
                Template.parse(
                        """
                        Globals: {Function: {AutoPublishAlias: live}}
                        Resources:
                          Api: {Type: AWS::Serverless::HttpApi}
                          Table: {Type: AWS::DynamoDB::Table}
                          Calls:
                            Type: AWS::Serverless::Function
                            Properties:
                              DeploymentPreference: {Type: AllAtOnce}
                              Events: {A: {Type: HttpApi}, B: {Type: HttpApi}}
                          Sweep:
                            Type: AWS::Serverless::Function
                            Properties:
                              EventInvokeConfig: {MaximumRetryAttempts: 1}
                              Events: {A: {Type: Schedule}, B: {Type: DynamoDB}, C: {Type: SQS}}
                        """);
        int declared = 4;
        int stage = 1;
        int canaries = 2;
        int calls = 1 + 2 + 1 + 2; // role, version and alias, deployment group, two permissions
        int sweep = 1 + 2 + 1 + 2 + 1 + 1; // …, events nobody took, rule and permission, mappings
        assertThat(Size.count(template)).isEqualTo(declared + stage + canaries + calls + sweep);
    }

    @Test
    void aStackThatIsTooBigIsFoundBeforeItIsDeployed() throws Exception {
        var buckets = new StringBuilder("Resources:\n");
        for (int i = 0; i < 300; i++)
            buckets.append("  Mirror%d: {Type: AWS::SQS::Queue}\n".formatted(i));
        String planted =
                Files.readString(Template.FILE)
                        .replaceFirst("(?m)^Resources:\n", buckets.toString());
        assertThat(TemplateCheck.findings(planted, API))
                .anySatisfy(it -> assertThat(it).startsWith("Resources: ").contains("holds 500"));
    }

    @Test
    void everyExampleOfTheApiIsOfItsOwnSchema() {
        assertThat(API.faultyExamples()).isEmpty();
    }

    /// One fault planted, one finding. In the table `¶` ends a line and `~` is two spaces.
    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    MemorySize: 1769                            | MemorySze: 1769                         | GuestLogin: unknown property MemorySze
                    ~~AutoPublishAlias: live                    | ~~AutoPublishAlais: live                | Globals: unknown property AutoPublishAlais
                    ~~AutoPublishAlias: live                    | ~~Description: x                        | GuestLogin: SnapStart without an alias does nothing
                    Runtime: java25                             | Runtime: java26                         | GuestLogin: Runtime is java26
                    Architectures: [arm64]                      | Architectures: [arm46]                  | GuestLogin: Architectures is [arm46]
                    CodeUri: functions/target/functions.jar     | CodeUri: functions/target/function.jar  | GuestLogin: CodeUri is functions/target/function.jar
                    Timeout: 10                                 | Timeout: soon                           | Globals: Timeout is soon
                    Timeout: 10                                 | Timeout: 901                            | Globals: Timeout is 901
                    Timeout: 10                                 | Timeout: 31                             | GuestLogin: API Gateway waits for 30 seconds only
                    PLAYERS_TABLE: !Ref Players                 | PLAYERS_TABLE: !Ref Playres             | GuestLogin: nothing is declared as Playres
                    {ApiId: !Ref Api, Method: POST              | {ApiId: !Ref ServerlessHttpApi, Method: POST | GuestLogin: nothing is declared as ServerlessHttpApi
                    {ApiId: !Ref Api, Method: POST              | {Method: POST                           | GuestLogin: route without ApiId
                    Resource: !GetAtt Players.Arn               | Resource: !GetAtt Playres.Arn           | GuestLogin: nothing is declared as Playres
                    Stream: !GetAtt Rooms.StreamArn             | Stream: !GetAtt Rooms.StreamArm         | ApplyEffects: AWS::DynamoDB::Table has no attribute StreamArm
                    !Sub ${Rooms.Arn}/index/pending             | !Sub ${Roms.Arn}/index/pending           | SweepEffects: nothing is declared as Roms
                    !Sub ${Rooms.Arn}/index/pending             | !Sub ${Rooms.Arn}/index/pend            | SweepEffects: Rooms has no index pend
                    Action: dynamodb:GetItem                    | Action: "*"                             | GuestLogin: * is no known action on Config
                    Action: dynamodb:GetItem                    | Action: "dynamodb:*"                    | GuestLogin: dynamodb:* is no known action on Config
                    Action: dynamodb:GetItem                    | Action: dynamodb:GetItme                | GuestLogin: dynamodb:GetItme is no known action on Config
                    Resource: !GetAtt Config.Arn                | Resource: "*"                           | GuestLogin: allowed on *
                    Resource: !GetAtt Config.Arn                | Resource: !Sub "${Config.Arn}*"         | GuestLogin: allowed on {Fn::Sub=${Config.Arn}*}
                    Resource: !GetAtt Config.Arn                | Resource: !GetAtt Wallets.Arn           | GuestLogin: told of [Config, Players, Rooms, SessionKeys] but allowed on [Players, Rooms, SessionKeys, Wallets]
                    ~~~~~CONFIG_TABLE: !Ref Config              | ~~~~~CONFIG_TABEL: !Ref Config          | GuestLogin: declares [CONFIG_TABEL, LOGINS_PER_ADDRESS, ORIGIN, PLAYERS_TABLE, REGISTRATIONS_PER_ADDRESS, ROOMS_TABLE, SESSION_KEYS] but reads [CONFIG_TABLE, LOGINS_PER_ADDRESS, ORIGIN, PLAYERS_TABLE, REGISTRATIONS_PER_ADDRESS, ROOMS_TABLE, SESSION_KEYS]
                    ~~~~~CONFIG_TABLE: !Ref Config¶             | ``                                      | GuestLogin: declares [LOGINS_PER_ADDRESS, ORIGIN, PLAYERS_TABLE, REGISTRATIONS_PER_ADDRESS, ROOMS_TABLE, SESSION_KEYS] but reads [CONFIG_TABLE, LOGINS_PER_ADDRESS, ORIGIN, PLAYERS_TABLE, REGISTRATIONS_PER_ADDRESS, ROOMS_TABLE, SESSION_KEYS]
                    SESSION_KEYS: !Ref SessionKeys              | SESSION_KEYS: "{{resolve:secretsmanager:x}}" | GuestLogin: SESSION_KEYS is written out
                    SESSION_KEYS: !Ref SessionKeys              | SESSION_KEYS: !Ref Origin               | GuestLogin: SESSION_KEYS is no secret's ARN
                    login.GuestLogin                            | login.GestLogin                         | GuestLogin: no class games.drawbridge.functions.login.GestLogin
                    login.GuestLogin                            | login.GestLogin                         | GuestLogin: a handler that is not declared
                    login.GuestLogin                            | login.RefreshSession                    | GuestLogin: POST /v1/login/guest is not as the code says
                    login.GuestLogin                            | http.Request                            | GuestLogin: class games.drawbridge.functions.http.Request is no handler
                    Path: /v1/wallet}                           | Path: /v1/inventory}                    | WalletCalls: GET /v1/inventory is routed twice
                    Path: /v1/wallet}                           | Path: /v1/purse}                        | GET /v1/purse: not as openapi.yaml has it
                    Path: /v1/wallet}                           | Path: /v1/purse}                        | GET /v1/wallet: not as openapi.yaml has it
                    Path: /v1/wallet}                           | Path: /v1/purse}                        | WalletCalls: GET /v1/wallet has no route
                    Path: /v1/wallet}                           | `Path: /v1/wallet, Auth: {Authorizer: NONE}}` | GET /v1/wallet: not as openapi.yaml has it
                    Path: /v1/wallet}                           | `Path: /v1/wallet, Auth: {Authorizer: NONE}}` | WalletCalls: GET /v1/wallet is not as the code says
                    POST /v1/rooms: {ThrottlingRateLimit: 500   | POST /v1/rooms: {ThrottlingRateLimit: 50 | POST /v1/rooms: its rate is not as the code says
                    POST /v1/rooms: {                           | POST /v1/room: {                        | POST /v1/room: a rate for no route
                    Type: Schedule                              | Type: Scheduled                         | SweepJobs: unknown event Scheduled
                    rate(1 minute)                              | 1 minute                                | SweepJobs: schedule 1 minute
                    StartingPosition: TRIM_HORIZON              | StartingPosition: START                 | RunJobs: StartingPosition is START
                    FunctionResponseTypes: [ReportBatchItemFailures] | FunctionResponseTypes: []          | RunJobs: stream without ReportBatchItemFailures
                    MaximumRetryAttempts: 10¶                   | ¶                                       | RunJobs: stream without MaximumRetryAttempts
                    Destination: !GetAtt FailedEffects.Arn      | Destination: !GetAtt Rooms.Arn          | ApplyEffects: stream without a queue for what fails
                    ~~~~~Type: Schedule¶~~~~~Properties:¶~~~~~~Schedule: rate(1 minute) | ~~~~~Type: SQS¶~~~~~Properties:¶~~~~~~Queue: !GetAtt FailedEffects.Arn | SweepJobs: FailedEffects shows a message again while it is worked on
                    FunctionName: !GetAtt RotateSessionKeys.Arn | FunctionName: !GetAtt Jwks.Arn          | SessionKeysRotation: Secrets Manager may not call {Fn::GetAtt=RotateSessionKeys.Arn}
                    HasLiveLog:                                 | HasLog:                                 | ReadRoomLog: no condition HasLiveLog
                    DependsOn: [RotateSessionKeysPermission]    | DependsOn: [RotatePermission]           | SessionKeysRotation: nothing is declared as RotatePermission
                    Type: AWS::SQS::Queue                       | Type: AWS::SQS::Queues                  | FailedJobs: unknown type AWS::SQS::Queues
                    ~~Value: !Ref Api¶                          | ¶                                       | ApiId: output without value
                    Outputs:                                    | Output:                                 | Output: unknown section
                    BillingMode: PAY_PER_REQUEST                | BillingMode: PAY_PER_REQEST             | Players: lacks billed on demand
                    PointInTimeRecoveryEnabled: true            | PointInTimeRecoveryEnabled: false       | Players: lacks point-in-time recovery
                    ~~~StreamSpecification: {StreamViewType: NEW_AND_OLD_IMAGES}¶ | ¶                     | Players: lacks a stream
                    {AttributeName: listing, AttributeType: S}  | {AttributeName: lasting, AttributeType: S} | Rooms: lacks exactly its key attributes defined
                    DeletionPolicy: Retain¶~~UpdateReplacePolicy: Retain¶~~Properties:¶~~~BucketE | UpdateReplacePolicy: Retain¶~~Properties:¶~~~BucketE | ClientBucket: lacks to be retained
                    BlockPublicPolicy: true                     | BlockPublicPolicy: false                | ClientBucket: lacks BlockPublicPolicy
                    Status: Enabled}                            | Status: Suspended}                      | ClientBucket: lacks versions
                    """)
    void aPlantedFaultIsFound(String good, String faulty, String finding) throws Exception {
        String template = Files.readString(Template.FILE);
        assertThat(template.contains(text(good))).as(good).isTrue();
        String planted =
                template.replaceFirst(
                        Pattern.quote(text(good)), Matcher.quoteReplacement(text(faulty)));
        assertThat(TemplateCheck.findings(planted, API)).contains(finding);
    }

    private static String text(String cell) {
        return cell.replace("~", "  ").replace("¶", "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Resources:    | Resources: [
                    Conditions:   | Parameters:
                    """)
    void aBrokenFileIsFound(String good, String faulty) throws Exception {
        String planted = Files.readString(Template.FILE).replaceFirst(good, faulty);
        assertThat(TemplateCheck.findings(planted, API))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("yaml: ");
    }
}

package games.drawbridge.cdk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.ecs.AwsLogDriverMode;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.ecs.Ulimit;
import software.amazon.awscdk.services.ecs.UlimitName;
import software.amazon.awscdk.services.ecs.Volume;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/// How a node runs: what all slots have in common, roles among it.
final class NodeTask {
    /// Fargate's most between SIGTERM and SIGKILL. A node needs 60 s at worst to give its rooms
    /// away.
    private static final Duration STOP = Duration.seconds(120);

    /// Lines that wait while CloudWatch is slow; beyond it lines are lost, and never a game's time.
    private static final Size WAITING_LINES = Size.mebibytes(8);

    private final Stage stage;
    private final NetworkStack network;
    private final LogGroup lines;
    private final Half half;
    private final Role role;
    private final Role starter;
    private final ISecret ticketKey;
    private final CfnParameter collector;
    private final CfnParameter traced;

    NodeTask(Construct scope, Stage stage, NetworkStack network, LogGroup lines) {
        this.stage = stage;
        this.network = network;
        this.lines = lines;
        half = Half.of(stage);
        collector = parameter(scope, "OtlpEndpoint", "", "A collector in this network, or none.");
        traced = parameter(scope, "TraceShare", "10", "Of a thousand joins so many are traced.");
        role = role(scope);
        starter =
                Role.Builder.create(scope, "Starter")
                        .description("What ECS may do to start a node")
                        .assumedBy(new ServicePrincipal("ecs-tasks.amazonaws.com"))
                        .build();
        ticketKey =
                software.amazon.awscdk.services.secretsmanager.Secret.fromSecretCompleteArn(
                        scope, "TicketKey", half.get("TicketKeyArn"));
    }

    /// As template.yaml's of that name.
    private static CfnParameter parameter(
            Construct scope, String name, String usual, String description) {
        return CfnParameter.Builder.create(scope, name)
                .type("String")
                .defaultValue(usual)
                .description(description)
                .build();
    }

    /// What a node may do: the Rooms table, to read what is on offer, and the archive's rooms.
    private Role role(Construct scope) {
        var role =
                Role.Builder.create(scope, "NodeRole")
                        .description("What a realtime node may do")
                        .assumedBy(new ServicePrincipal("ecs-tasks.amazonaws.com"))
                        .build();
        allow(
                role,
                half.get("RoomsTableArn"),
                "dynamodb:BatchGetItem",
                "dynamodb:BatchWriteItem",
                "dynamodb:DeleteItem",
                "dynamodb:GetItem",
                "dynamodb:PutItem",
                "dynamodb:Query",
                "dynamodb:UpdateItem");
        allow(role, half.get("MarketTableArn"), "dynamodb:BatchGetItem");
        allow(role, half.get("MarketTableArn") + "/index/shelves", "dynamodb:Query");
        allow(
                role,
                half.get("ArchiveBucketArn") + "/rooms/*",
                "s3:GetObject",
                "s3:PutObject",
                "s3:DeleteObject");
        return role;
    }

    private static void allow(Role role, String resource, String... actions) {
        role.addToPolicy(
                PolicyStatement.Builder.create()
                        .actions(List.of(actions))
                        .resources(List.of(resource))
                        .build());
    }

    FargateTaskDefinition of(Construct slot, String node) {
        var task =
                FargateTaskDefinition.Builder.create(slot, "Task")
                        .family(stage.stack() + "-" + node)
                        .cpu(stage.cpu())
                        .memoryLimitMiB(stage.memory())
                        .runtimePlatform(
                                RuntimePlatform.builder()
                                        .cpuArchitecture(CpuArchitecture.ARM64)
                                        .operatingSystemFamily(OperatingSystemFamily.LINUX)
                                        .build())
                        .taskRole(role)
                        .executionRole(starter)
                        .volumes(List.of(Volume.builder().name("scratch").build()))
                        .build();
        var container = task.addContainer("node", container(node));
        container.addPortMappings(PortMapping.builder().containerPort(Slot.PORT).build());
        container.addUlimits(
                Ulimit.builder()
                        .name(UlimitName.NOFILE)
                        .softLimit(2 * stage.connections())
                        .hardLimit(2 * stage.connections())
                        .build());
        // where the JVM and native libraries put what they need only while they run
        container.addMountPoints(
                MountPoint.builder()
                        .sourceVolume("scratch")
                        .containerPath("/tmp")
                        .readOnly(false)
                        .build());
        return task;
    }

    private ContainerDefinitionOptions container(String node) {
        return ContainerDefinitionOptions.builder()
                .image(ContainerImage.fromEcrRepository(network.images, stage.image()))
                .environment(environment(node))
                .secrets(Map.of("TICKET_KEY", Secret.fromSecretsManager(ticketKey)))
                .readonlyRootFilesystem(true)
                .user("65532")
                .stopTimeout(STOP)
                .logging(
                        LogDriver.awsLogs(
                                AwsLogDriverProps.builder()
                                        .logGroup(lines)
                                        .streamPrefix(node)
                                        .mode(AwsLogDriverMode.NON_BLOCKING)
                                        .maxBufferSize(WAITING_LINES)
                                        .build()))
                .build();
    }

    /// In a fixed order: CDK writes what it is given in the order it comes.
    private Map<String, String> environment(String node) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("NODE_ID", node);
        environment.put("ROOMS_TABLE", half.get("RoomsTableName"));
        environment.put("MARKET_TABLE", half.get("MarketTableName"));
        environment.put("ARCHIVE_BUCKET", half.get("ArchiveBucketName"));
        environment.put("REDIS_URL", network.live.url);
        environment.put("ORIGIN", stage.origin());
        environment.put("ORIGINS", stage.origin());
        environment.put("CONNECTIONS", Integer.toString(stage.connections()));
        environment.put("OTLP_ENDPOINT", collector.getValueAsString());
        environment.put("TRACE_SHARE", traced.getValueAsString());
        return environment;
    }
}

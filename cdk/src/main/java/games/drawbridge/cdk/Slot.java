package games.drawbridge.cdk;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargatePlatformVersion;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddApplicationTargetGroupsProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.constructs.Construct;

/// One slot of the fleet: `n3` is one service of one task, its target group, and the way `/rt/n3`
/// to it.
final class Slot extends Construct {
    static final int PORT = 8080;

    /// Slots of a lane, of which one is replaced at a time.
    static final int LANE = 10;

    private final FargateService service;

    Slot(
            Construct scope,
            int number,
            NetworkStack network,
            Cluster cluster,
            NodeTask common,
            ApplicationListener listener) {
        super(scope, "n" + number);
        var node = "n" + number;
        service = service(node, network, cluster, common);
        var targets = targets(network);
        service.attachToApplicationTargetGroup(targets);
        listener.addTargetGroups(
                "To" + node,
                AddApplicationTargetGroupsProps.builder()
                        .targetGroups(List.of(targets))
                        .priority(number)
                        .conditions(
                                List.of(
                                        ListenerCondition.pathPatterns(
                                                List.of("/rt/" + node, "/rt/" + node + "/*"))))
                        .build());
    }

    /// How many tasks it wants (one or none) is not said here: a deploy leaves what the scaler
    /// chose. The old task ends before the new one begins, because a slot has one owner.
    private FargateService service(
            String node, NetworkStack network, Cluster cluster, NodeTask common) {
        return FargateService.Builder.create(this, "Service")
                .serviceName(node)
                .cluster(cluster)
                .taskDefinition(common.of(this, node))
                .platformVersion(FargatePlatformVersion.LATEST)
                .minHealthyPercent(0)
                .maxHealthyPercent(100)
                .circuitBreaker(DeploymentCircuitBreaker.builder().rollback(true).build())
                .securityGroups(List.of(network.nodes))
                .vpcSubnets(
                        SubnetSelection.builder().subnetType(SubnetType.PRIVATE_ISOLATED).build())
                .assignPublicIp(false)
                .healthCheckGracePeriod(Duration.seconds(120))
                .enableExecuteCommand(false)
                .build();
    }

    /// ECS takes a target away before it sends SIGTERM, and only then the node begins to give its
    /// rooms away: nothing is won by waiting in between.
    ///
    /// A node that answers 503 lives, but DynamoDB takes no beats: a new one would have none
    /// either, and the live rooms of this one go on. Only a node that does not answer at all is
    /// replaced.
    private ApplicationTargetGroup targets(NetworkStack network) {
        return ApplicationTargetGroup.Builder.create(this, "Targets")
                .vpc(network.vpc)
                .port(PORT)
                .protocol(ApplicationProtocol.HTTP)
                .targetType(TargetType.IP)
                .deregistrationDelay(Duration.seconds(0))
                .healthCheck(
                        HealthCheck.builder()
                                .path("/health")
                                .healthyHttpCodes("200,503")
                                .interval(Duration.seconds(10))
                                .timeout(Duration.seconds(5))
                                .healthyThresholdCount(2)
                                .unhealthyThresholdCount(3)
                                .build())
                .build();
    }

    /// A deploy replaces this one when that one is done.
    void after(Slot other) {
        service.getNode().addDependency(other.service);
    }
}

package games.drawbridge.cdk;

import java.util.ArrayList;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.FixedResponseOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/// The realtime nodes: slots behind an internal load balancer, each one service of one task that
/// owns `/rt/SLOT`. How many of them run is for the scaler to say (ScaleFleet in template.yaml).
final class FleetStack extends Stack {
    /// CloudFront hangs up after 10 quiet minutes and clients are pinged far more often: long
    /// enough never to be the one that ends a socket.
    private static final Duration IDLE = Duration.minutes(10);

    final ApplicationLoadBalancer balancer;
    final Cluster cluster;
    final LogGroup lines;

    FleetStack(Construct scope, Stage stage, NetworkStack network, StackProps props) {
        super(scope, "Fleet", props);
        cluster =
                Cluster.Builder.create(this, "Cluster")
                        .clusterName(stage.stack())
                        .vpc(network.vpc)
                        .containerInsightsV2(ContainerInsights.ENABLED)
                        .build();
        lines =
                LogGroup.Builder.create(this, "Lines")
                        .logGroupName("/" + stage.stack() + "/nodes")
                        .retention(RetentionDays.THREE_MONTHS)
                        .encryptionKey(network.key)
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build();
        balancer = balancer(stage, network);
        var listener = listener();
        var common = new NodeTask(this, stage, network, lines);
        slots(stage, network, common, listener);
    }

    private ApplicationLoadBalancer balancer(Stage stage, NetworkStack network) {
        var balancer =
                ApplicationLoadBalancer.Builder.create(this, "Balancer")
                        .vpc(network.vpc)
                        .vpcSubnets(
                                SubnetSelection.builder()
                                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                                        .build())
                        .internetFacing(false)
                        .securityGroup(network.balancers)
                        .idleTimeout(IDLE)
                        .dropInvalidHeaderFields(true)
                        .deletionProtection(stage.isProduction())
                        .build();
        balancer.logAccessLogs(network.logs, "balancer");
        return balancer;
    }

    private ApplicationListener listener() {
        return balancer.addListener(
                "Http",
                BaseApplicationListenerProps.builder()
                        .port(80)
                        .protocol(ApplicationProtocol.HTTP)
                        .open(false)
                        .defaultAction(
                                ListenerAction.fixedResponse(
                                        404,
                                        FixedResponseOptions.builder()
                                                .contentType("text/plain")
                                                .messageBody("no such node")
                                                .build()))
                        .build());
    }

    /// One after the other, in lanes of ten: a deploy takes at most one node of each lane away.
    private void slots(
            Stage stage, NetworkStack network, NodeTask common, ApplicationListener listener) {
        var made = new ArrayList<Slot>();
        int lanes = 1 + (stage.slots() - 1) / Slot.LANE;
        for (int i = 0; i < stage.slots(); i++) {
            var slot = new Slot(this, i + 1, network, cluster, common, listener);
            if (i >= lanes) slot.after(made.get(i - lanes));
            made.add(slot);
        }
    }
}

package games.drawbridge.cdk;

import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.CfnInternetGateway;
import software.amazon.awscdk.services.ec2.CfnVPCGatewayAttachment;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ecr.LifecycleRule;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.RepositoryEncryption;
import software.amazon.awscdk.services.ecr.TagMutability;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/// What must be there first: a network without a way out, the live log in it, the key and the
/// bucket for logs. Its outputs are parameters of template.yaml.
final class NetworkStack extends Stack {
    /// Zones of the region: two, so that one may fail.
    static final int ZONES = 2;

    final Vpc vpc;
    final Key key;
    final Bucket logs;

    /// Of the nodes; the live log admits it.
    final SecurityGroup nodes;

    /// Of the nodes' load balancer.
    final SecurityGroup balancers;

    final LiveLog live;

    /// Of the nodes, before there are any.
    final Repository images;

    NetworkStack(Construct scope, Stage stage, StackProps props) {
        super(scope, "Network", props);
        key = key(stage);
        logs = Buckets.logs(this, "Logs", stage);
        vpc = vpc();
        endpoints(stage);
        nodes = group("Nodes", "The realtime nodes");
        balancers = group("Balancers", "Load balancer of the nodes");
        // CloudFront comes from inside: its VPC origin has interfaces in these subnets
        balancers.addIngressRule(
                Peer.ipv4(vpc.getVpcCidrBlock()), Port.tcp(80), "CloudFront's VPC origin");
        var readers = group("Readers", "Functions that read the live log");
        live = new LiveLog(this, stage, vpc, key, List.of(nodes, readers));
        images = images(stage);
        output("ImageRepository", images.getRepositoryUri());
        output("SubnetIds", subnets());
        output("SecurityGroupIds", readers.getSecurityGroupId());
        output("RedisUrl", live.url);
    }

    private Key key(Stage stage) {
        var key =
                Key.Builder.create(this, "Key")
                        .description("Logs, alarms and the live log of " + stage.stack())
                        .enableKeyRotation(true)
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build();
        key.grantEncryptDecrypt(
                new ServicePrincipal("logs.%s.amazonaws.com".formatted(stage.region())));
        key.grantEncryptDecrypt(new ServicePrincipal("cloudwatch.amazonaws.com"));
        key.grantEncryptDecrypt(new ServicePrincipal("budgets.amazonaws.com"));
        return key;
    }

    /// No NAT: everything that nodes need has an endpoint. The internet gateway has no route to it;
    /// it only says that the network may be a CloudFront origin, which CloudFront asks for.
    private Vpc vpc() {
        var vpc =
                Vpc.Builder.create(this, "Vpc")
                        .maxAzs(ZONES)
                        .natGateways(0)
                        .subnetConfiguration(
                                List.of(
                                        SubnetConfiguration.builder()
                                                .name("inner")
                                                .subnetType(SubnetType.PRIVATE_ISOLATED)
                                                .cidrMask(20)
                                                .build()))
                        .build();
        var gateway = new CfnInternetGateway(this, "Mark");
        CfnVPCGatewayAttachment.Builder.create(this, "MarkAttached")
                .vpcId(vpc.getVpcId())
                .internetGatewayId(gateway.getRef())
                .build();
        vpc.addFlowLog(
                "Refused",
                FlowLogOptions.builder()
                        .destination(FlowLogDestination.toS3(logs, "network"))
                        .trafficType(FlowLogTrafficType.REJECT)
                        .build());
        return vpc;
    }

    private void endpoints(Stage stage) {
        gateway("S3", GatewayVpcEndpointAwsService.S3);
        gateway("DynamoDb", GatewayVpcEndpointAwsService.DYNAMODB);
        var zones =
                SubnetSelection.builder()
                        .subnets(vpc.getIsolatedSubnets().subList(0, stage.endpointZones()))
                        .build();
        endpoint("Images", InterfaceVpcEndpointAwsService.ECR_DOCKER, zones);
        endpoint("Registry", InterfaceVpcEndpointAwsService.ECR, zones);
        endpoint("LogLines", InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS, zones);
        endpoint("Secrets", InterfaceVpcEndpointAwsService.SECRETS_MANAGER, zones);
    }

    private void gateway(String id, GatewayVpcEndpointAwsService service) {
        vpc.addGatewayEndpoint(id, GatewayVpcEndpointOptions.builder().service(service).build());
    }

    private void endpoint(
            String id, InterfaceVpcEndpointAwsService service, SubnetSelection zones) {
        vpc.addInterfaceEndpoint(
                id,
                InterfaceVpcEndpointOptions.builder()
                        .service(service)
                        .subnets(zones)
                        .privateDnsEnabled(true)
                        .build());
    }

    private SecurityGroup group(String id, String description) {
        return SecurityGroup.Builder.create(this, id)
                .vpc(vpc)
                .description(description)
                .allowAllOutbound(true)
                .build();
    }

    private Repository images(Stage stage) {
        return Repository.Builder.create(this, "Images")
                .repositoryName(stage.stack() + "-node")
                .imageScanOnPush(true)
                .imageTagMutability(TagMutability.IMMUTABLE)
                .encryption(RepositoryEncryption.AES_256)
                .lifecycleRules(
                        List.of(
                                LifecycleRule.builder()
                                        .description("the last twenty to go back to")
                                        .maxImageCount(20)
                                        .build()))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    private String subnets() {
        return vpc.getIsolatedSubnets().stream()
                .map(ISubnet::getSubnetId)
                .collect(Collectors.joining(","));
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}

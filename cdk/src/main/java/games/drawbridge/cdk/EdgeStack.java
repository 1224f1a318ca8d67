package games.drawbridge.cdk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/// The one public origin: the client's files, the API, the nodes and the media behind CloudFront.
///
/// The API asks this origin who issues tokens before it can be made, so the edge comes first, with
/// nothing but that answer (`first`), and once more when the API and the nodes are there.
final class EdgeStack extends Stack {
    final Distribution cdn;

    /// @param fleet the nodes; ignored when it is the first time
    EdgeStack(Construct scope, Stage stage, FleetStack fleet, boolean first, StackProps props) {
        super(scope, "Edge", props);
        var firewall = parameter("FirewallArn", "Output of the firewall stack, in us-east-1.");
        var errors = parameter("ErrorsArn", "Output of the firewall stack, in us-east-1.");
        var logs = Buckets.edgeLogs(this, "Logs", stage);
        var media = Buckets.media(this, "Media", logs);
        var behaviours = new Behaviours(this, stage, errors.getValueAsString());
        var cdn =
                Distribution.Builder.create(this, "Cdn")
                        .comment(stage.stack())
                        .webAclId(firewall.getValueAsString())
                        .httpVersion(HttpVersion.HTTP2_AND_3)
                        .priceClass(PriceClass.PRICE_CLASS_ALL)
                        .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
                        .enableLogging(true)
                        .logBucket(logs)
                        .logIncludesCookies(false);
        if (!stage.certificate().isEmpty())
            cdn.domainNames(List.of(stage.host()))
                    .certificate(
                            Certificate.fromCertificateArn(
                                    this, "Certificate", stage.certificate()));
        if (first)
            cdn.defaultBehavior(behaviours.media(media))
                    .additionalBehaviors(Map.of("/.well-known/*", behaviours.discovery(media)));
        else {
            var client =
                    Bucket.fromBucketName(this, "Client", Half.of(stage).get("ClientBucketName"));
            cdn.defaultBehavior(behaviours.client(client))
                    .additionalBehaviors(everything(behaviours, fleet, media));
        }
        this.cdn = cdn.build();
        if (!first) new ClientPolicy(this, stage, this.cdn);
        CfnOutput.Builder.create(this, "Host").value(this.cdn.getDistributionDomainName()).build();
        CfnOutput.Builder.create(this, "DistributionId")
                .value(this.cdn.getDistributionId())
                .build();
        CfnOutput.Builder.create(this, "MediaBucketName").value(media.getBucketName()).build();
    }

    private static Map<String, BehaviorOptions> everything(
            Behaviours behaviours, FleetStack fleet, Bucket media) {
        var all = new LinkedHashMap<String, BehaviorOptions>();
        var api = behaviours.api();
        all.put("/v1/*", api);
        all.put("/.well-known/*", api);
        all.put("/og/*", api);
        all.put("/rt/*", behaviours.nodes(fleet.balancer));
        all.put("/media/*", behaviours.media(media));
        return all;
    }

    private CfnParameter parameter(String name, String description) {
        return CfnParameter.Builder.create(this, name)
                .type("String")
                .description(description)
                .build();
    }
}

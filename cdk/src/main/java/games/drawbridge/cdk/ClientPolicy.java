package games.drawbridge.cdk;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.CfnBucketPolicy;
import software.constructs.Construct;

/// Who may read the client's bucket: this distribution. The bucket is template.yaml's; its policy
/// is here, because it names the distribution, and stacks may not depend on each other in a circle.
final class ClientPolicy extends Construct {
    ClientPolicy(Construct scope, Stage stage, Distribution cdn) {
        super(scope, "ClientPolicy");
        var bucket = Half.of(stage).get("ClientBucketName");
        var arn = Half.of(stage).get("ClientBucketArn");
        CfnBucketPolicy.Builder.create(this, "Policy")
                .bucket(bucket)
                .policyDocument(
                        PolicyDocument.Builder.create()
                                .statements(
                                        List.of(
                                                read("s3:GetObject", arn + "/*", cdn),
                                                // what is not there is 404 then, and not 403
                                                read("s3:ListBucket", arn, cdn),
                                                onlyByTls(arn)))
                                .build())
                .build();
    }

    private static PolicyStatement read(String action, String resource, Distribution cdn) {
        return PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(List.of(resource))
                .principals(List.of(new ServicePrincipal("cloudfront.amazonaws.com")))
                .conditions(
                        Map.of("StringEquals", Map.of("AWS:SourceArn", cdn.getDistributionArn())))
                .build();
    }

    private static PolicyStatement onlyByTls(String arn) {
        return PolicyStatement.Builder.create()
                .effect(Effect.DENY)
                .actions(List.of("s3:*"))
                .resources(List.of(arn, arn + "/*"))
                .principals(List.of(new AnyPrincipal()))
                .conditions(Map.of("Bool", Map.of("aws:SecureTransport", "false")))
                .build();
    }
}

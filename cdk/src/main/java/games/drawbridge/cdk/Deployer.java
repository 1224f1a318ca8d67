package games.drawbridge.cdk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.CfnOIDCProvider;
import software.amazon.awscdk.services.iam.FederatedPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/// The role of a repository's GitHub Actions: no key is kept there, GitHub says who asks. It may do
/// what CDK's own roles may, push images and upload the client. Only jobs of the stage's
/// environment get it, which GitHub can make wait for a person.
final class Deployer extends Construct {
    private static final String GITHUB = "token.actions.githubusercontent.com";

    Deployer(Construct scope, Stage stage) {
        super(scope, "Deployer");
        var stack = Stack.of(this);
        var provider =
                CfnOIDCProvider.Builder.create(this, "GitHub")
                        .url("https://" + GITHUB)
                        .clientIdList(List.of("sts.amazonaws.com"))
                        .build();
        var asked = new LinkedHashMap<String, Object>();
        asked.put(GITHUB + ":aud", "sts.amazonaws.com");
        asked.put(
                GITHUB + ":sub", "repo:%s:environment:%s".formatted(stage.github(), stage.name()));
        var role =
                Role.Builder.create(this, "Role")
                        .roleName(stage.stack() + "-deployer")
                        .maxSessionDuration(Duration.hours(1))
                        .assumedBy(
                                new FederatedPrincipal(
                                        provider.getRef(),
                                        Map.of("StringEquals", asked),
                                        "sts:AssumeRoleWithWebIdentity"))
                        .build();
        for (var part : List.of("deploy", "file-publishing", "lookup"))
            for (var region : new TreeSet<>(List.of(stage.region(), FirewallStack.REGION)))
                allow(
                        role,
                        List.of("sts:AssumeRole"),
                        "arn:aws:iam::%s:role/cdk-hnb659fds-%s-role-%s-%s"
                                .formatted(stack.getAccount(), part, stack.getAccount(), region));
        images(role, stage);
        client(role, stage);
        CfnOutput.Builder.create(this, "RoleArn").value(role.getRoleArn()).build();
    }

    private static void images(Role role, Stage stage) {
        var stack = Stack.of(role);
        allow(role, List.of("ecr:GetAuthorizationToken"), "*");
        allow(
                role,
                List.of(
                        "ecr:BatchCheckLayerAvailability",
                        "ecr:CompleteLayerUpload",
                        "ecr:InitiateLayerUpload",
                        "ecr:PutImage",
                        "ecr:UploadLayerPart"),
                "arn:aws:ecr:%s:%s:repository/%s-node"
                        .formatted(stack.getRegion(), stack.getAccount(), stage.stack()));
    }

    private static void client(Role role, Stage stage) {
        var client = Half.of(stage).get("ClientBucketArn");
        allow(role, List.of("s3:ListBucket"), client);
        allow(role, List.of("s3:PutObject", "s3:DeleteObject"), client + "/*");
    }

    private static void allow(Role role, List<String> actions, String resource) {
        role.addToPolicy(
                PolicyStatement.Builder.create()
                        .actions(actions)
                        .resources(List.of(resource))
                        .build());
    }
}

package games.drawbridge.cdk;

import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.CompositePrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.constructs.Construct;

/// What CloudFront wants in us-east-1, wherever the rest is: the firewall, and the function that
/// turns API Gateway's errors into problems. Its outputs are parameters of the edge stack.
final class FirewallStack extends Stack {
    static final String REGION = "us-east-1";

    FirewallStack(Construct scope, Stage stage, StackProps props) {
        super(scope, "Firewall", props);
        var firewall =
                CfnWebACL.Builder.create(this, "Firewall")
                        .name(stage.stack())
                        .description("In front of everything of " + stage.stack())
                        .scope("CLOUDFRONT")
                        .defaultAction(FirewallRules.pass())
                        .visibilityConfig(FirewallRules.seen("all"))
                        .associationConfig(FirewallRules.bodies())
                        .rules(FirewallRules.all())
                        .build();
        output("FirewallArn", firewall.getAttrArn());
        output("ErrorsArn", errors().getCurrentVersion().getFunctionArn());
    }

    private Function errors() {
        var role =
                Role.Builder.create(this, "ErrorsRole")
                        .description("The edge function, which may do nothing but log")
                        .assumedBy(
                                new CompositePrincipal(
                                        new ServicePrincipal("lambda.amazonaws.com"),
                                        new ServicePrincipal("edgelambda.amazonaws.com")))
                        .build();
        // it runs, and logs, in whichever region a player is near
        role.addToPolicy(
                PolicyStatement.Builder.create()
                        .actions(
                                List.of(
                                        "logs:CreateLogGroup",
                                        "logs:CreateLogStream",
                                        "logs:PutLogEvents"))
                        .resources(List.of("*"))
                        .build());
        return Function.Builder.create(this, "Errors")
                .description("API Gateway's errors become problems")
                .runtime(Runtime.NODEJS_22_X)
                .handler("index.handler")
                .code(Code.fromInline(Script.named("errors.js")))
                .memorySize(128)
                .timeout(Duration.seconds(5))
                .role(role)
                .build();
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}

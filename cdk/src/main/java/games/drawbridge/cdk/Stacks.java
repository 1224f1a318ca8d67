package games.drawbridge.cdk;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.Validations;

/// All stacks of one stage, in the order in which they can be deployed.
final class Stacks {
    private Stacks() {}

    /// @param template template.yaml
    /// @param functions the jar with all functions
    /// @param first whether the edge has no API yet to lead to
    static App of(Stage stage, Path template, Path functions, Path output, boolean first) {
        var app = app(output);
        new FirewallStack(app, stage, props(stage, FirewallStack.REGION, "firewall"));
        var network = new NetworkStack(app, stage, props(stage, stage.region(), "network"));
        new ServerlessStack(app, "Serverless", props(stage, stage.region()), template, functions);
        var registry = template.resolveSibling("functions/src/main/resources/events.json");
        new AnalyticsStack(app, stage, registry, props(stage, stage.region(), "analytics"));
        var fleet = new FleetStack(app, stage, network, props(stage, stage.region(), "fleet"));
        new EdgeStack(app, stage, fleet, first, props(stage, stage.region(), "edge"));
        new OperationsStack(app, stage, network, fleet, props(stage, stage.region(), "operations"));
        Accepted.in(app, stage);
        // samconfig.toml tags the serverless half
        for (var stack :
                List.of("Firewall", "Network", "Analytics", "Fleet", "Edge", "Operations")) {
            var tags = Tags.of(app.getNode().findChild(stack));
            tags.add("project", "drawbridge");
            tags.add("stage", stage.name());
        }
        return app;
    }

    private static App app(Path output) {
        var context = new LinkedHashMap<String, Object>();
        context.put("@aws-cdk/core:validateAgainstDefaultRules", true);
        context.put("@aws-cdk/aws-iam:minimizePolicies", true);
        context.put("@aws-cdk/aws-ecs:removeDefaultDesiredCount", true);
        context.put("@aws-cdk/aws-s3:createDefaultLoggingPolicy", true);
        context.put("@aws-cdk/aws-lambda:recognizeLayerVersion", true);
        var app = new App(AppProps.builder().outdir(output.toString()).context(context).build());
        Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
        return app;
    }

    private static StackProps props(Stage stage, String region, String... part) {
        return StackProps.builder()
                .stackName(stage.stack(part))
                .env(Environment.builder().region(region).build())
                .terminationProtection(stage.isProduction())
                .synthesizer(
                        DefaultStackSynthesizer.Builder.create()
                                .generateBootstrapVersionRule(false)
                                .build())
                .build();
    }
}

package games.drawbridge.cdk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.StackProps;

/// `./drawbridge synth`: writes what would be deployed. Needs no network and no AWS account.
@Command(
        name = "./drawbridge synth",
        mixinStandardHelpOptions = true,
        description = "Writes the CloudFormation that would be deployed.")
public final class Synth implements Callable<Integer> {
    /// The stack's name, for SAM and CDK alike (samconfig.toml): either can go on where the other
    /// stopped.
    static final String STACK = "drawbridge";

    @Option(
            names = "--output",
            defaultValue = "cdk.out",
            description = "where to write it (${DEFAULT-VALUE})")
    private Path output = Path.of("cdk.out");

    public static void main(String[] args) {
        System.exit(new CommandLine(new Synth()).execute(args));
    }

    @Override
    public Integer call() {
        var root = Path.of(System.getProperty("drawbridge.root", "."));
        var template = root.resolve("template.yaml");
        var functions = root.resolve("functions/target/functions.jar");
        if (!Files.exists(functions)) {
            System.err.println(
                    "functions/target/functions.jar is missing: run ./drawbridge synth, which builds it");
            return 1;
        }
        app(template, functions, output).synth();
        System.out.println("written to " + output.toAbsolutePath());
        return 0;
    }

    static App app(Path template, Path functions, Path output) {
        var app =
                new App(
                        AppProps.builder()
                                .outdir(output.toString())
                                .context(Map.of("@aws-cdk/core:validateAgainstDefaultRules", true))
                                .build());
        var synthesizer =
                DefaultStackSynthesizer.Builder.create()
                        .generateBootstrapVersionRule(false)
                        .build();
        var props = StackProps.builder().stackName(STACK).synthesizer(synthesizer).build();
        new ServerlessStack(app, "Serverless", props, template, functions);
        return app;
    }
}

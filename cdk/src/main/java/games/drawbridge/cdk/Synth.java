package games.drawbridge.cdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./drawbridge synth`: writes what would be deployed. Needs no network and no AWS account.
@Command(
        name = "./drawbridge synth",
        mixinStandardHelpOptions = true,
        description = "Writes the CloudFormation that would be deployed.")
public final class Synth implements Callable<Integer> {
    @Option(
            names = "--output",
            defaultValue = "cdk.out",
            description = "where to write it (${DEFAULT-VALUE})")
    private Path output = Path.of("cdk.out");

    @Option(
            names = "--stage",
            defaultValue = "dev",
            description = "which file of cdk/stages (${DEFAULT-VALUE})")
    private String stage = "dev";

    @Option(
            names = "--first",
            description = "the edge as it is before there is an API (docs/operate.md)")
    private boolean first;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Synth()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        var root = Path.of(System.getProperty("drawbridge.root", "."));
        var template = root.resolve("template.yaml");
        var functions = root.resolve("functions/target/functions.jar");
        if (!Files.exists(functions)) {
            System.err.println(
                    "functions/target/functions.jar is missing: run ./drawbridge synth, which builds it");
            return 1;
        }
        Stacks.of(Stage.read(root.resolve("cdk/stages"), stage), template, functions, output, first)
                .synth();
        System.out.println("written to " + output.toAbsolutePath());
        return 0;
    }
}

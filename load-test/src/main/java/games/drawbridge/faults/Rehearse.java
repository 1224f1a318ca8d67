package games.drawbridge.faults;

import games.drawbridge.local.Checkout;
import games.drawbridge.local.refusal.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./drawbridge rehearse`: what is rarely done and must not go wrong, once before it is done.
@Command(
        name = "./drawbridge rehearse",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "(upgrade | restore)",
        description = {
            "Starts a world of its own on free ports, lets players play in it, and does what is"
                    + " rarely done.",
            "Exit code 1: something was lost, doubled, or does not add up."
        })
public final class Rehearse implements Runnable {
    @Option(
            names = "--nodes",
            paramLabel = "N",
            scope = CommandLine.ScopeType.INHERIT,
            description = "of the world (${DEFAULT-VALUE})")
    private int nodes = 3;

    @Option(
            names = "--seed",
            paramLabel = "N",
            scope = CommandLine.ScopeType.INHERIT,
            description = "of all dice (${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--short",
            scope = CommandLine.ScopeType.INHERIT,
            description = "as brief as the build's own")
    private boolean brief;

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Rehearse()).execute(arguments));
    }

    @Override
    public void run() {
        if (spec == null) throw new IllegalStateException("not called by picocli");
        throw new CommandLine.ParameterException(spec.commandLine(), "upgrade or restore?");
    }

    @Command(
            name = "upgrade",
            mixinStandardHelpOptions = true,
            description = {
                "Replaces the functions and then each node in turn under players who go on.",
                "What was acknowledged must be there, once; each game that is won has one prize."
            })
    int upgrade(
            @Option(
                            names = "--from",
                            paramLabel = "DIR",
                            description = "a built checkout of the version before (this one again)")
                    @Nullable Path from)
            throws Exception {
        return rehearse((root, kept) -> upgrade(root, kept, from == null ? root : from));
    }

    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = {
                "Loses all tables and restores them as they were at a moment of play.",
                "The ledger must add up, and every room read as it did at that moment."
            })
    int restore() throws Exception {
        return rehearse(this::restore);
    }

    private interface Act {
        boolean play(Path root, Path kept) throws Exception;
    }

    private static int rehearse(Act act) throws Exception {
        try {
            Path root = Checkout.root(Path.of(""));
            Path kept = Files.createDirectories(root.resolve("load-test/target/rehearsals"));
            Faults.logTo(kept.resolve("rehearsal.log"));
            boolean well = act.play(root, kept);
            System.out.println(well ? "nothing was lost" : "NOT as it must be");
            return well ? 0 : 1;
        } catch (Refusal refusal) {
            System.err.println("drawbridge rehearse: " + refusal.sentence());
            return 1;
        }
    }

    private boolean upgrade(Path root, Path kept, Path from) throws Exception {
        var to = Checkout.at(root);
        var old = Checkout.at(from.toAbsolutePath().normalize());
        var before =
                new Checkout(
                        old.template(),
                        old.client(),
                        old.title(),
                        to.standIns(),
                        old.node(),
                        old.events());
        var clock = InstantSource.system();
        var records = new Records(Optional.empty(), kept, Map.of(), clock);
        Path folder = Files.createTempDirectory(kept, "world");
        System.out.println("A world of " + nodes + " nodes of " + from + " is starting …");
        try (var stage = new Stage(before, folder, nodes, seed)) {
            var upgrade = new Upgrade(to);
            var scenario = upgrade.scenario();
            System.out.println("It is upgraded to " + root + " …");
            var figures = new Run(stage, scenario, records, brief, false, seed).play(1);
            upgrade.faults(stage).forEach(figures::violation);
            var report = new Report();
            report.add(scenario, figures);
            System.out.println("\n" + report);
            System.out.println(upgrade.won(stage) + " games were won, one prize each");
            figures.violations().forEach(it -> System.out.println("VIOLATION " + it));
            return report.isKept();
        }
    }

    private boolean restore(Path root, Path kept) throws Exception {
        Path folder = Files.createTempDirectory(kept, "world");
        System.out.println("A world of " + nodes + " nodes is starting in " + folder + " …");
        try (var stage = new Stage(root, folder, nodes, seed)) {
            var backup = Files.createDirectories(folder.resolve("backup"));
            var restore =
                    new Restore(stage, Checkout.at(root), backup, brief, InstantSource.system());
            System.out.println("It plays, loses its tables and gets them back …\n");
            restore.rehearse();
            var figures = restore.figures();
            restore.counts().forEach((what, count) -> System.out.printf("%8d %s%n", count, what));
            System.out.printf("%8d moves acknowledged after it%n", figures.acknowledged);
            System.out.printf("%8d lost%n%8d doubled%n", figures.lost, figures.doubled);
            figures.violations().forEach(it -> System.out.println("VIOLATION " + it));
            return figures.violations().isEmpty();
        }
    }
}

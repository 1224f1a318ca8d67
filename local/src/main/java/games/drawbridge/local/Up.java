package games.drawbridge.local;

import games.drawbridge.local.nodes.Nodes;
import games.drawbridge.local.refusal.Refusal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./drawbridge up`: the local world until Ctrl-C.
///
/// Exit codes: 1 it can't start or go on, 2 a bad option, 130 after Ctrl-C and 143 after a TERM
/// signal, both with everything stopped.
@Command(
        name = "./drawbridge up",
        description = "Starts everything on this machine, behind one port, until Ctrl-C.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "1:it can't start or go on",
            "2:a bad option",
            "130:stopped by Ctrl-C",
            "143:stopped by a TERM signal"
        })
public final class Up implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int BAD_OPTION = 2;
    private static final int LAST_PORT = 65_535;

    @Option(names = "--nodes", paramLabel = "N", description = "realtime nodes, 1 to 10 (2)")
    private int nodes = WorldOptions.USUAL_NODES;

    @Option(names = "--port", paramLabel = "PORT", description = "of the front door (8080)")
    private int port = WorldOptions.USUAL_PORT;

    @Option(names = "--fresh", description = "forget what is kept in .local/")
    private boolean fresh;

    @Option(
            names = "--dynamodb",
            paramLabel = "URL",
            description = "use this DynamoDB instead of DynamoDB Local")
    private Optional<String> dynamoDb = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this page")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private final PrintStream out;
    private final PrintStream err;
    private volatile boolean stopping;

    private Up(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        var up =
                new Up(
                        new PrintStream(System.out, true, StandardCharsets.UTF_8),
                        new PrintStream(System.err, true, StandardCharsets.UTF_8));
        System.exit(
                new CommandLine(up)
                        .setParameterExceptionHandler(
                                (bad, _) -> up.badOption(String.valueOf(bad.getMessage())))
                        .execute(arguments));
    }

    @Override
    public Integer call() {
        if (nodes < 1 || nodes > Nodes.MOST) return badOption("--nodes must be from 1 to 10");
        if (port < 1 || port > LAST_PORT) return badOption("--port must be from 1 to 65535");
        var shutdown = new Shutdown();
        try {
            return run(shutdown);
        } catch (Refusal refusal) {
            return failed(refusal.sentence());
        } catch (Exception fault) {
            return failed(sentence(fault));
        }
    }

    private int run(Shutdown shutdown) throws Exception {
        Path root = Checkout.root(Path.of(""));
        Path folder = root.resolve(".local");
        WorldLog.install(folder.resolve("logs").resolve("world.log"), err);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(shutdown), "stop"));
        var options = new WorldOptions(Checkout.at(root), folder, port, nodes, fresh, dynamoDb);
        out.println("Drawbridge is starting …");
        var world = World.start(options, this::ready, shutdown);
        out.print(Screen.of(world));
        out.println("ready " + world.endpoints().game() + "/");
        return failed(world.broken().join().sentence());
    }

    private void ready(String part, Duration took) {
        out.println(String.format(Locale.ROOT, "  %-20s %4.1f s", part, took.toMillis() / 1000.0));
    }

    private void stop(Shutdown shutdown) {
        stopping = true;
        if (shutdown.begun()) return;
        out.println();
        out.println("Stopping …");
        shutdown.close();
    }

    private int badOption(String why) {
        err.println("drawbridge up: " + why.lines().findFirst().orElse("") + " (--help says more)");
        return BAD_OPTION;
    }

    /// Nothing more is said once the world is being stopped: what fails then fails for that reason.
    private int failed(String sentence) {
        if (!stopping) err.println("drawbridge: " + sentence);
        return FAILED;
    }

    private static String sentence(Exception fault) {
        String why = String.valueOf(fault.getMessage());
        System.getLogger(Up.class.getName()).log(System.Logger.Level.WARNING, why, fault);
        boolean full = fault instanceof IOException && why.contains("No space left");
        return full
                ? "The disk is full: nothing more can be written to .local/."
                : "It could not start: " + why + " (more in .local/logs/world.log).";
    }
}

package games.drawbridge.evening;

import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.bots.evening.Pace;
import games.drawbridge.faults.load.Tables;
import games.drawbridge.local.Checkout;
import games.drawbridge.local.Progress;
import games.drawbridge.local.World;
import games.drawbridge.local.WorldOptions;
import games.drawbridge.local.refusal.Refusal;
import games.drawbridge.record.About;
import games.drawbridge.record.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./drawbridge evening`: the whole world between games, for as long as an evening lasts.
@Command(
        name = "./drawbridge evening",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Starts a world of its own on free ports. Bots log in, join clans, chat, settle and"
                    + " march, queue, play, trade and give; in the middle a node is killed.",
            "Then logs, wallets, clans and offers are read and held against what bots were told.",
            "Exit code 1: a promise was broken."
        })
public final class Evening implements Callable<Integer> {
    /// From so few on bots hurry, so that something happens.
    private static final int FEW = 500;

    @Option(names = "--bots", paramLabel = "N", description = "how many come (${DEFAULT-VALUE})")
    private int bots = 2_000;

    @Option(names = "--minutes", paramLabel = "N", description = "of play (${DEFAULT-VALUE})")
    private double minutes = 10;

    @Option(names = "--nodes", paramLabel = "N", description = "of the world (${DEFAULT-VALUE})")
    private int nodes = 3;

    @Option(names = "--seed", paramLabel = "N", description = "of all dice (${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--record",
            paramLabel = "DIR",
            description = {
                "raw results as JSON lines;",
                "and the tables into DIR.md, if there is one"
            })
    private @Nullable Path record;

    private final InstantSource clock = InstantSource.system();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Evening()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (bots < 2 || minutes <= 0 || nodes < 2) {
            System.err.println("drawbridge evening: two bots, two nodes and some time at least");
            return 2;
        }
        try {
            return play() ? 0 : 1;
        } catch (Refusal refusal) {
            System.err.println("drawbridge evening: " + refusal.sentence());
            return 1;
        }
    }

    private boolean play() throws Exception {
        Path root = Checkout.root(Path.of(""));
        Path kept = Files.createDirectories(root.resolve("load-test/target/evenings"));
        LogManager.getLogManager().reset();
        Path folder = Files.createTempDirectory(kept, "world");
        System.out.println("A world of " + nodes + " nodes is starting in " + folder + " …");
        var lasts = Duration.ofMillis((long) (minutes * 60_000));
        var play = new Play(bots, lasts, bots < FEW ? Pace.HASTE : Pace.EVENING, seed);
        var checkout = Checkout.at(root);
        try (var tables = Tables.start(checkout, folder, new SplittableRandom());
                var world =
                        World.start(
                                options(checkout, folder, tables.endpoint()), Progress.SILENT)) {
            Runtime.getRuntime().addShutdownHook(new Thread(world::close)); // Ctrl-C ends Redis too
            var costs = fanOut(world);
            var outcome = play.play(world, clock, System.out::println);
            var report = new Report(play, outcome, costs);
            System.out.println("\n" + report);
            outcome.faults().stream()
                    .limit(100)
                    .forEach(it -> System.out.println("VIOLATION " + it));
            if (record != null) write(record, root, report, costs);
            System.out.println(
                    outcome.faults().isEmpty()
                            ? "every promise was kept"
                            : outcome.faults().size() + " broken promises");
            return outcome.faults().isEmpty();
        }
    }

    private WorldOptions options(Checkout checkout, Path folder, String dynamoDb) {
        return new WorldOptions(checkout, folder, 0, nodes, false, Optional.of(dynamoDb));
    }

    private List<FanOut.Cost> fanOut(World world) {
        if (bots < FEW) return List.of();
        System.out.println("What a change of the map costs is counted …");
        try (var hosts = new Hosts(world, clock);
                var fanOut = new FanOut(hosts)) {
            return fanOut.measure(10, 100, 500);
        }
    }

    private void write(Path folder, Path root, Report report, List<FanOut.Cost> costs)
            throws IOException {
        var json = new ObjectMapper();
        Files.createDirectories(folder);
        var line = new TreeMap<String, Object>(report.line());
        line.putAll(About.of(root, seed));
        line.put("at", clock.instant().toString());
        Files.writeString(folder.resolve("evening.jsonl"), json.writeValueAsString(line) + "\n");
        var lines = new StringBuilder();
        for (var cost : costs)
            lines.append(json.writeValueAsString(FanOut.line(cost))).append('\n');
        Files.writeString(folder.resolve("fan-out.jsonl"), lines.toString());
        Path page = folder.resolveSibling(folder.getFileName() + ".md");
        if (Files.exists(page)) Page.write(page, "evening", report.toString());
    }
}

package games.drawbridge.faults;

import games.drawbridge.local.Checkout;
import games.drawbridge.local.refusal.Refusal;
import games.drawbridge.record.About;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.FileHandler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./drawbridge faults`: what becomes of games when processes, stores and networks fail.
@Command(
        name = "./drawbridge faults",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Starts a world of its own on free ports, lets players play in it, kills, pauses and"
                    + " cuts what they depend on, and holds what they saw against the rooms' logs.",
            "Exit code 1: a promise was broken. A goal that was not met is only said.",
            "./drawbridge faults money is something else: functions that die at each step of a"
                    + " purchase (faults money --help)."
        })
public final class Faults implements Callable<Integer> {
    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "these scenarios (--list names all)")
    private List<String> only = List.of();

    @Option(names = "--rounds", paramLabel = "N", description = "of each scenario")
    private int rounds;

    @Option(names = "--short", description = "few and brief rounds of the most telling scenarios")
    private boolean brief;

    @Option(names = "--nodes", paramLabel = "N", description = "of the world (${DEFAULT-VALUE})")
    private int nodes = 3;

    @Option(names = "--sockets", paramLabel = "N", description = "of the storms (${DEFAULT-VALUE})")
    private int sockets = 5_000;

    @Option(names = "--seed", paramLabel = "N", description = "of all dice (${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--more", description = "adds to what is recorded instead of replacing it")
    private boolean more;

    @Option(
            names = "--record",
            paramLabel = "DIR",
            description = {
                "raw results as JSON lines, a file a scenario;",
                "and the tables into DIR.md, if there is one"
            })
    private @Nullable Path record;

    @Option(
            names = "--keep",
            description = "keep every history, not only those in which something was wrong")
    private boolean keep;

    @Option(names = "--list", description = "name the scenarios and do nothing")
    private boolean list;

    private final InstantSource clock = InstantSource.system();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Faults()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var all = all(sockets);
        if (list) {
            all.forEach(it -> System.out.printf("%-14s %s%n", it.name(), it.what()));
            return 0;
        }
        var chosen = chosen(all);
        if (chosen.isEmpty()) {
            System.err.println("drawbridge faults: no such scenario (--list names all)");
            return 2;
        }
        try {
            return play(chosen) ? 0 : 1;
        } catch (Refusal refusal) {
            System.err.println("drawbridge faults: " + refusal.sentence());
            return 1;
        }
    }

    static List<Scenario> all(int sockets) {
        return Stream.of(
                        NodeFaults.all(),
                        StoreFaults.all(),
                        NetworkFaults.all(),
                        CrowdFaults.all(),
                        Storm.all(sockets))
                .flatMap(List::stream)
                .toList();
    }

    private List<Scenario> chosen(List<Scenario> all) {
        return all.stream()
                .filter(it -> only.isEmpty() || only.contains(it.name()))
                .filter(it -> !only.isEmpty() || !brief || it.brief() > 0)
                .toList();
    }

    private boolean play(List<Scenario> chosen) throws Exception {
        Path root = Checkout.root(Path.of(""));
        Path kept = Files.createDirectories(root.resolve("load-test/target/faults"));
        var records = new Records(Optional.ofNullable(record), kept, About.of(root, seed), clock);
        logTo(kept.resolve("faults.log"));
        var report = new Report();
        Path folder = Files.createTempDirectory(kept, "world");
        System.out.println("A world of " + nodes + " nodes is starting in " + folder + " …");
        try (var stage = new Stage(root, folder, nodes, seed)) {
            for (var scenario : chosen) report.add(scenario, play(stage, scenario, records));
        }
        System.out.println("\n" + report);
        if (record != null) {
            Path page = record.resolveSibling(record.getFileName() + ".md");
            if (Files.exists(page)) recorded(records, report).into(page);
        }
        return report.isKept();
    }

    /// Of every scenario: what was measured now, or else recorded before.
    private Report recorded(Records records, Report now) {
        var all = new Report();
        for (var scenario : all(sockets))
            now.of(scenario.name())
                    .or(() -> records.read(scenario))
                    .ifPresent(it -> all.add(scenario, it));
        return all;
    }

    /// Broken connections are what this is about: none of them belongs on the terminal.
    static void logTo(Path file) throws IOException {
        LogManager.getLogManager().reset();
        var handler = new FileHandler(file.toString());
        handler.setFormatter(new SimpleFormatter());
        Logger.getLogger("").addHandler(handler);
    }

    private Figures play(Stage stage, Scenario scenario, Records records) {
        int count = rounds > 0 ? rounds : brief ? Math.max(1, scenario.brief()) : scenario.rounds();
        System.out.printf("%-14s %s: %d rounds … ", scenario.name(), scenario.what(), count);
        System.out.flush();
        long began = System.nanoTime();
        records.begin(scenario, !more);
        var figures = new Run(stage, scenario, records, brief, keep, seed).play(count);
        records.end(scenario, figures);
        System.out.printf("%d s%n", (System.nanoTime() - began) / 1_000_000_000);
        figures.violations().forEach(it -> System.out.println("  VIOLATION " + it));
        return more ? records.read(scenario).orElse(figures) : figures;
    }
}

package games.drawbridge.bench;

import games.drawbridge.bench.server.Contestant;
import games.drawbridge.bench.server.Cores;
import games.drawbridge.bench.server.Others;
import games.drawbridge.bench.server.Ours;
import games.drawbridge.bench.server.Programs;
import games.drawbridge.bench.work.Churn;
import games.drawbridge.bench.work.Duels;
import games.drawbridge.bench.work.Idle;
import games.drawbridge.bench.work.IdleRooms;
import games.drawbridge.bench.work.Light;
import games.drawbridge.bench.work.Region;
import games.drawbridge.bench.work.Resume;
import games.drawbridge.bench.work.Size;
import games.drawbridge.bench.work.Workload;
import games.drawbridge.local.Checkout;
import games.drawbridge.local.refusal.Refusal;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.record.About;
import games.drawbridge.record.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./drawbridge bench node`: what a node costs, beside other room servers.
@Command(
        name = "./drawbridge bench node",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures our node, a raw Netty relay and servers from npm (where their packages are"
                    + " installed: npm ci in load-test/contestants), each on a core of its own, with"
                    + " the players and the stores on another. Only addresses of this machine are"
                    + " used. Exit code 1: a frame was lost or out of order."
        })
public final class Bench implements Callable<Integer> {
    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "medians of so many (${DEFAULT-VALUE})")
    private int rounds = 5;

    @Option(names = "--workloads", split = ",", paramLabel = "NAME", description = "these only")
    private List<String> workloads = List.of();

    @Option(names = "--servers", split = ",", paramLabel = "NAME", description = "these only")
    private List<String> servers = List.of();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "that each thing is measured (${DEFAULT-VALUE})")
    private int seconds = Size.USUAL.seconds();

    @Option(
            names = "--share",
            paramLabel = "N",
            description = "of the usual rooms and connections, for trying (${DEFAULT-VALUE})")
    private double share = 1;

    @Option(
            names = "--record",
            paramLabel = "DIR",
            description = {
                "raw results as JSON lines, a file a workload;",
                "and the tables into DIR.md, if there is one"
            })
    private @Nullable Path record;

    @Option(names = "--list", description = "name the workloads and do nothing")
    private boolean list;

    private final InstantSource clock = InstantSource.system();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    static List<Workload> all() {
        return List.of(
                new Light(),
                new Duels(),
                new Region(),
                new Idle(),
                new IdleRooms(),
                new Churn(),
                new Resume());
    }

    @Override
    public Integer call() throws Exception {
        if (list) {
            all().forEach(it -> System.out.printf("%-12s %s%n", it.name(), it.what()));
            return 0;
        }
        if (wanted().isEmpty() || rounds < 1 || seconds < 1 || share <= 0) {
            System.err.println(
                    "drawbridge bench: a workload (--list names all), a round and some time at"
                            + " least");
            return 2;
        }
        try {
            return measure() ? 0 : 1;
        } catch (Refusal refusal) {
            System.err.println("drawbridge bench: " + refusal.sentence());
            return 1;
        }
    }

    private boolean measure() throws Exception {
        Path root = Checkout.root(Path.of(""));
        Path folder = Files.createDirectories(root.resolve("load-test/target/bench"));
        var results = new Results(About.machine(root), clock);
        if (!Cores.canPin())
            System.out.println("Without taskset and two cores: figures say little.");
        Cores.moveAside();
        var programs = new Programs(folder.resolve("servers"));
        var others = new Others(programs, root.resolve("load-test/contestants"));
        try (var memory = ours(AckLevel.MEMORY, root, folder, programs);
                var live = ours(AckLevel.LIVE, root, folder, programs)) {
            var contestants = new ArrayList<Contestant>();
            if (memory != null) contestants.add(memory);
            if (live != null) contestants.add(live);
            contestants.add(others.floor());
            contestants.addAll(others.npm());
            contestants.removeIf(it -> !isWanted(it.name()));
            if (contestants.isEmpty()) throw new Refusal("no such server is here: " + servers);
            play(contestants, results);
        }
        System.out.println("\n" + results.tables(all()));
        results.wrong().forEach(it -> System.out.println("WRONG " + it));
        if (record != null) page(results);
        return results.wrong().isEmpty();
    }

    private @Nullable Ours ours(AckLevel level, Path root, Path folder, Programs programs)
            throws Exception {
        if (!isWanted("ours-" + level.name().toLowerCase(Locale.ROOT))) return null;
        System.out.println("A world is starting …");
        return new Ours(level, root, Files.createTempDirectory(folder, "world"), programs);
    }

    private boolean isWanted(String server) {
        return servers.isEmpty()
                || servers.stream().anyMatch(it -> it.startsWith(server) || server.startsWith(it));
    }

    private List<Workload> wanted() {
        return all().stream()
                .filter(it -> workloads.isEmpty() || workloads.contains(it.name()))
                .toList();
    }

    /// Every workload in turn, in it round after round, in those contestant after contestant: what
    /// is compared is measured minutes apart.
    private void play(List<Contestant> contestants, Results results) throws Exception {
        var size = new Size(share, seconds, Math.min(Size.USUAL.warmUp(), 2 * seconds));
        var folder = Optional.ofNullable(record);
        if (record != null) Files.createDirectories(record);
        for (var workload : wanted()) {
            if (record != null) Files.deleteIfExists(Results.file(record, workload));
            try (var turns = new Turns(workload, size)) {
                for (int round = 1; round <= rounds; round++)
                    for (var contestant : contestants)
                        if (workload.suits(contestant)) {
                            announce(workload, round, contestant);
                            var measured = turns.next(contestant);
                            System.out.println(measured.line());
                            results.add(workload, contestant, round, measured, folder);
                        }
            }
        }
    }

    private static void announce(Workload workload, int round, Contestant contestant) {
        System.out.printf("%-11s %d %-12s ", workload.name(), round, contestant.name());
        System.out.flush();
    }

    /// Of what is not measured now the page keeps what was recorded before.
    private void page(Results results) throws IOException {
        var folder = Objects.requireNonNull(record);
        Path page = folder.resolveSibling(folder.getFileName() + ".md");
        if (!Files.exists(page)) return;
        var measured = wanted().stream().map(Workload::name).toList();
        for (var workload : all())
            if (!measured.contains(workload.name())) results.read(folder, workload);
        Page.write(page, "bench node", results.tables(all()));
    }
}

package games.drawbridge.simulation;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./drawbridge simulate`: many seeds, each a whole evening of faults.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Runs the rooms' real engine in simulated worlds and checks every promise.")
public final class Simulate implements Callable<Integer> {
    @Option(
            names = "--seeds",
            defaultValue = "1-20000",
            description = "FROM-TO, both included (${DEFAULT-VALUE})")
    private String seeds = "";

    @Option(
            names = "--threads",
            defaultValue = "2",
            description = "seeds at once, each on one thread (${DEFAULT-VALUE})")
    private int threads;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Simulate()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        var parts = seeds.split("-", 2);
        long from = Long.parseLong(parts[0]);
        long to = Long.parseLong(parts[parts.length - 1]);
        var summary = new Summary();
        new Seeds(from, to, threads)
                .run(outcome -> {
                    summary.add(outcome);
                    if (!outcome.violations().isEmpty()) print(outcome);
                    if (summary.seeds() % 100 == 0)
                        System.err.printf("\r%d of %d", summary.seeds(), to - from + 1);
                });
        System.err.println();
        System.out.println(summary);
        return summary.violations() == 0 ? 0 : 1;
    }

    private static void print(Outcome outcome) {
        System.out.printf("seed %d, %s:%n", outcome.seed(), outcome.plan());
        outcome.violations().stream().limit(5).forEach(it -> System.out.println("  " + it));
    }
}

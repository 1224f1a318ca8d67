package games.drawbridge.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./drawbridge simulate`: many seeds, each a whole evening of faults.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Runs the rooms' real engine in simulated worlds and checks every promise.")
public final class Simulate implements Callable<Integer> {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,18})(-(\\d{1,18}))?");

    /// Seeds between two lines of progress.
    private static final int PROGRESS = 100;

    /// Violations of a seed that are worth reading: the others follow from them.
    private static final int MOST_SHOWN = 5;

    @Option(
            names = "--seeds",
            defaultValue = "1-20000",
            description = "FROM-TO, both included, or one alone (${DEFAULT-VALUE})")
    private String seeds = "";

    @Option(
            names = "--threads",
            defaultValue = "2",
            description = "seeds at once, each on one thread (${DEFAULT-VALUE})")
    private int threads;

    @Option(
            names = "--history",
            description = "a folder for the history of each seed that fails: SEED.jsonl")
    private @Nullable Path histories;

    @Spec private @Nullable CommandSpec spec;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Simulate()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        var range = range();
        var summary = new Summary();
        range.run(outcome -> {
            summary.add(outcome);
            if (!outcome.violations().isEmpty()) print(outcome);
            if (summary.seeds() % PROGRESS == 0)
                System.err.printf("\r%,d of %,d seeds ", summary.seeds(), range.count());
        });
        System.err.println();
        System.out.println(summary);
        return summary.violations() == 0 ? 0 : 1;
    }

    private Seeds range() {
        var match = RANGE.matcher(seeds);
        if (!match.matches() || threads < 1)
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--seeds is FROM-TO or one number, --threads 1 or more");
        long from = Long.parseLong(match.group(1));
        String to = match.group(3);
        return new Seeds(from, to == null ? from : Long.parseLong(to), threads);
    }

    private void print(Outcome outcome) {
        System.out.printf("%nseed %d, %s:%n", outcome.seed(), outcome.plan());
        outcome.violations().stream()
                .limit(MOST_SHOWN)
                .forEach(it -> System.out.println("  " + it));
        if (histories == null) return;
        try {
            outcome.history().write(histories.resolve(outcome.seed() + ".jsonl"));
        } catch (IOException e) {
            System.err.println("its history cannot be written: " + e);
        }
    }
}

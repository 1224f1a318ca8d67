package games.drawbridge.restore;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.replay.Failure;
import games.drawbridge.replay.Where;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./drawbridge mend`: after the Rooms table was restored, rooms that ended since.
@Command(
        name = "./drawbridge mend",
        mixinStandardHelpOptions = true,
        description = {
            "Tells a restored Rooms table what the archive has of rooms that ended since, so that their"
                    + " logs can be read and what they gave is given. No node may run meanwhile."
        },
        footer = {
            "",
            "It works on the local world that is up; or, with ROOMS_TABLE, ARCHIVE_BUCKET, REDIS_URL"
                    + " and AWS_REGION in the environment, in an AWS account.",
            "Exit code: 0 all is told, 2 there is nothing to mend it with."
        })
public final class Mend implements Callable<Integer> {
    private static final int NOTHING = 2;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "MOMENT",
            description = "to which the table was restored, as 2026-11-29T14:00:00Z")
    private Instant moment = Instant.EPOCH;

    @Mixin private Where where = new Where();

    private final Map<String, String> environment;

    public Mend(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new Mend(System.getenv())).execute(args));
    }

    @Override
    public Integer call() {
        if (spec == null) throw new IllegalStateException("not called by picocli");
        var out = spec.commandLine().getOut();
        try {
            var stores = where.stores(environment);
            var aws = new Aws(stores);
            var mending =
                    new Mending(
                            aws.s3(),
                            stores.get("ARCHIVE_BUCKET"),
                            aws.dynamoDb(),
                            stores.get("ROOMS_TABLE"));
            var mended = mending.since(moment);
            out.printf("%d rooms ended since, with %d effects%n", mended.rooms(), mended.effects());
            return 0;
        } catch (Failure failure) {
            spec.commandLine().getErr().println("drawbridge: " + failure.getMessage());
            return NOTHING;
        } finally {
            out.flush();
        }
    }
}

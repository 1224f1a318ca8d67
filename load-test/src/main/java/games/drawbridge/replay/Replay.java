package games.drawbridge.replay;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.rooms.Recording;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Rules;
import games.drawbridge.model.title.Title;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/// `./drawbridge replay`: a room's game once more, from wherever its log lies.
@Command(
        name = "./drawbridge replay",
        mixinStandardHelpOptions = true,
        description = "Prints a room's game step by step, or checks it against today's rules.",
        footer = {
            "",
            "It reads the local world that is up, as an operator who may see everything; or, with"
                    + " ROOMS_TABLE, ARCHIVE_BUCKET, REDIS_URL and AWS_REGION in the environment, an AWS"
                    + " account.",
            "Exit code: 0 all is well, 1 a difference was found, 2 there is nothing to replay."
        })
public final class Replay implements Callable<Integer> {
    private static final int NOTHING = 2;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "ROOM", description = "whose game to replay")
    private String room = "";

    @Option(names = "--to", paramLabel = "SEQ", description = "stop after this event")
    private long to = Long.MAX_VALUE;

    @Option(names = "--as", paramLabel = "PLAYER", description = "show what this player may see")
    private @Nullable String viewer;

    @Option(
            names = "--check",
            description =
                    "decide everything again with today's rules and name the first difference")
    private boolean check;

    @Mixin private Where where = new Where();

    private final Map<String, String> environment;

    public Replay(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new Replay(System.getenv())).execute(args));
    }

    @Override
    public Integer call() {
        if (spec == null) throw new IllegalStateException("not called by picocli");
        var out = spec.commandLine().getOut();
        try {
            return run(out);
        } catch (Failure failure) {
            spec.commandLine().getErr().println("drawbridge: " + failure.getMessage());
            return NOTHING;
        } finally {
            out.flush();
        }
    }

    private int run(PrintWriter out) {
        var stores = where.stores(environment);
        var recording = recording(stores);
        return run(rules(recording.kind()), recording, out);
    }

    private Recording recording(Environment stores) {
        try {
            return Recording.of(new RoomId(room), stores)
                    .orElseThrow(() -> new Failure("there is no room " + room + "."));
        } catch (IllegalArgumentException _) {
            throw new Failure("there is no room " + room + ".");
        } catch (Problem problem) {
            throw new Failure("the log cannot be read: " + problem.getMessage() + ".");
        } catch (SdkException away) {
            throw new Failure("the tables cannot be read: " + away.getMessage());
        }
    }

    private static Rules<?, ?, ?> rules(String kind) {
        return Title.TITLE
                .rules(kind)
                .orElseThrow(() -> new Failure("this title has no kind " + kind + "."));
    }

    private <S, M, E> int run(Rules<S, M, E> rules, Recording recording, PrintWriter out) {
        var film = Film.of(rules, recording);
        if (check) return check(film, out);
        new Screening(out, viewer()).show(film, to);
        return 0;
    }

    private @Nullable PlayerId viewer() {
        try {
            return viewer == null ? null : new PlayerId(viewer);
        } catch (IllegalArgumentException _) {
            throw new Failure("there is no player " + viewer + ".");
        }
    }

    private <S, M, E> int check(Film<S, M, E> film, PrintWriter out) {
        var check = new Check<>(film);
        var difference = check.firstDifference(to);
        out.printf("%d steps decided again%n", check.decided());
        if (check.folded() > 0)
            out.printf("%d moves applied only: their kind has no `asked`%n", check.folded());
        out.println(difference.orElse("today's rules do the same"));
        return difference.isPresent() ? 1 : 0;
    }
}

package games.drawbridge.bots;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./drawbridge bots`: an evening of games against a world that is up.
@Command(
        name = "./drawbridge bots",
        mixinStandardHelpOptions = true,
        description =
                "Plays games of four-in-a-row over the real wire and checks each against its log.")
public final class Bots implements Callable<Integer> {
    @Option(
            names = "--games",
            defaultValue = "500",
            description = "how many games (${DEFAULT-VALUE})")
    private int games;

    @Option(
            names = "--at-once",
            defaultValue = "50",
            description = "how many at once (${DEFAULT-VALUE})")
    private int atOnce;

    @Option(
            names = "--tunnels",
            defaultValue = "0.05",
            description = "how likely a socket is cut after a move (${DEFAULT-VALUE})")
    private double tunnels;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "of the players' choices (${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--origin",
            defaultValue = "http://localhost:8080",
            description = "where the world is (${DEFAULT-VALUE})")
    private URI origin = URI.create("http://localhost:8080");

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bots()).execute(args));
    }

    @Override
    public Integer call() {
        try (var http = HttpClient.newHttpClient()) {
            if (!answers(new Api(http, origin))) {
                System.err.printf(
                        "drawbridge: nobody answers at %s: start ./drawbridge up first, or name another world with --origin.%n",
                        origin);
                return 1;
            }
            var over = new AtomicInteger();
            var evening = new ManyGames(new Api(http, origin), games, atOnce, tunnels, seed);
            var played =
                    evening.play(_ ->
                            System.out.printf("\r%d of %d games", over.incrementAndGet(), games));
            System.out.printf(
                    "%n%d events, %d moves acknowledged, %d sockets cut%n",
                    played.stream().mapToLong(ManyGames.Game::events).sum(),
                    played.stream().mapToLong(ManyGames.Game::acknowledged).sum(),
                    played.stream().mapToLong(ManyGames.Game::cuts).sum());
            var faults = played.stream().flatMap(game -> game.faults().stream()).toList();
            faults.forEach(System.out::println);
            System.out.println(
                    faults.isEmpty()
                            ? "every promise was kept"
                            : faults.size() + " broken promises");
            return faults.isEmpty() ? 0 : 1;
        }
    }

    private static boolean answers(Api api) {
        try {
            return api.get("/v1/status", null).status() == 200;
        } catch (UncheckedIOException _) {
            return false;
        }
    }
}

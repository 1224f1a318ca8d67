package games.drawbridge.bots.evening;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Many bots on one event loop.
public final class Crowd implements AutoCloseable {
    /// Members of a clan at most.
    private static final int CLAN = 100;

    /// Logins that are under way at once: each costs a slow hash.
    private static final int DOOR = 4;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Town town;
    private final SplittableRandom dice;
    private final String run;
    private final List<Bot> bots = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private int size;
    private int asked;
    private int atDoor;

    /// Who comes, and how.
    ///
    /// @param roads the url of a seat, as it is reached from here
    /// @param support signs a token with that role
    public record Way(URI origin, UnaryOperator<URI> roads, Supplier<String> support) {}

    /// @param bots how many will come: their clans have room for three of four of them
    public Crowd(Way way, int bots, Pace pace, long seed, InstantSource clock) {
        dice = new SplittableRandom(seed);
        run = Integer.toString((int) (clock.millis() / 1_000 % 1_296), 36).toUpperCase(Locale.ROOT);
        size = bots;
        var clans = new Town.Clans(new ArrayList<>(), Math.max(2, bots * 3 / 4 / CLAN), run);
        town = new Town(vertx, way.origin(), way.roads(), way.support(), clock, pace, clans);
    }

    /// Everybody comes within that time, one after another.
    public void arrive(Duration within) {
        long every = Math.max(1, within.toMillis() / size);
        vertx.setPeriodic(
                every,
                timer -> {
                    if (asked == size) vertx.cancelTimer(timer);
                    else if (atDoor < DOOR) letIn();
                });
    }

    private void letIn() {
        int number = asked++;
        atDoor++;
        var device = "evening-%s-%d-%d".formatted(run, town.clock().millis(), number);
        Bot.arrive(town, device, number, dice.split())
                .onComplete(came -> {
                    atDoor--;
                    if (came.succeeded()) bots.add(came.result());
                    else faults.add("bot " + number + " did not get in: " + came.cause());
                });
    }

    /// Nobody begins anything any more, and all give up what they play; to be said again until they
    /// have.
    public void calm() {
        on(() -> {
            size = asked;
            town.calm();
            bots.forEach(Bot::calm);
            return true;
        });
    }

    /// How many have come so far.
    public int present() {
        return on(bots::size);
    }

    /// How many have something under way.
    public int waiting() {
        return on(() -> (int) bots.stream().filter(bot -> !bot.waitsFor().isEmpty()).count());
    }

    /// What those who came still wait for, though they begin nothing any more; empty in the end.
    public List<String> unsettled() {
        return on(() -> {
            var all = new ArrayList<String>();
            if (atDoor > 0) all.add(atDoor + " at the door");
            for (var bot : bots)
                if (!bot.waitsFor().isEmpty())
                    all.add(bot.notes().player() + " waits for " + bot.waitsFor());
            return all;
        });
    }

    /// All go; what each was told.
    public List<Notes> leave() {
        return on(() -> {
            bots.forEach(Bot::leave);
            return bots.stream().map(Bot::notes).toList();
        });
    }

    public Counts counts() {
        return town.counts();
    }

    /// What kept bots out.
    public List<String> faults() {
        return on(() -> List.copyOf(faults));
    }

    private <T> T on(Callable<T> what) {
        var done = new CompletableFuture<T>();
        vertx.runOnContext(_ -> {
            try {
                done.complete(what.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.join();
    }

    @Override
    public void close() {
        town.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}

package games.drawbridge.bots;

import games.drawbridge.bots.FourInARowGame.Played;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Many games of four-in-a-row, a number of them at the same time, each checked against its log
/// when it is over.
///
/// @param games how many
/// @param atOnce how many tables; each has two players of its own
/// @param tunnels how likely a player's socket is cut after a move, 0–1
/// @param seed of the players' choices
public record ManyGames(Api api, int games, int atOnce, double tunnels, long seed) {
    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    /// People come one after another: a hundred slow hashes at once are a test of the machine.
    private static final Semaphore DOOR = new Semaphore(4);

    /// One game that is over.
    ///
    /// @param winner who won, or "" for a draw
    /// @param faults what broke a promise; empty on a good evening
    public record Game(
            String room,
            String winner,
            int events,
            int acknowledged,
            int cuts,
            List<String> faults) {}

    /// Plays them all.
    ///
    /// @param over told each game when it is over, on any thread
    /// @return in the order in which they ended
    public List<Game> play(Consumer<Game> over) {
        var next = new AtomicInteger();
        var ended = new ConcurrentLinkedQueue<Game>();
        var tables =
                IntStream.range(0, Math.min(games, atOnce))
                        .mapToObj(table ->
                                CompletableFuture.runAsync(
                                        () -> {
                                            var red = guest(table, "red");
                                            var yellow = guest(table, "yellow");
                                            for (int i = next.getAndIncrement();
                                                    i < games;
                                                    i = next.getAndIncrement()) {
                                                var game =
                                                        game(
                                                                red,
                                                                yellow,
                                                                new SplittableRandom(seed + i));
                                                ended.add(game);
                                                over.accept(game);
                                            }
                                        },
                                        THREADS));
        CompletableFuture.allOf(tables.toArray(CompletableFuture[]::new)).join();
        return List.copyOf(ended);
    }

    private Account guest(int table, String colour) {
        DOOR.acquireUninterruptibly();
        try {
            return Account.guest(api, "bot-%d-%d-%s".formatted(seed, table, colour));
        } finally {
            DOOR.release();
        }
    }

    private Game game(Account red, Account yellow, SplittableRandom dice) {
        try {
            var seat = api.post("/v1/rooms", red.token(), "{\"kind\":\"four-in-a-row\"}").ok();
            var room = seat.get("room").asText();
            try (var first = new RoomClient(api, red, seat);
                    var second =
                            new RoomClient(
                                    api,
                                    yellow,
                                    api.post("/v1/rooms/" + room + "/join", yellow.token(), "{}")
                                            .ok())) {
                var othersDice = dice.split();
                var other =
                        CompletableFuture.supplyAsync(
                                () -> new FourInARowGame(second, othersDice, tunnels).play(),
                                THREADS);
                var one = new FourInARowGame(first, dice, tunnels).play();
                return judged(room, one, other.join());
            }
        } catch (RuntimeException broken) {
            return new Game("?", "", 0, 0, 0, List.of(broken.toString()));
        }
    }

    private Game judged(String room, Played red, Played yellow) {
        var log = api.get("/v1/rooms/" + room + "/log", red.room().account().token()).ok();
        var faults =
                Stream.of(red, yellow)
                        .flatMap(played ->
                                LogCheck.faults(played.room(), played.acknowledged(), log).stream())
                        .toList();
        return new Game(
                room,
                red.result().path("winner").asText(""),
                log.get("events").size(),
                red.acknowledged().size() + yellow.acknowledged().size(),
                red.cuts() + yellow.cuts(),
                faults);
    }
}

package games.drawbridge.it;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.Account;
import games.drawbridge.bots.Api;
import games.drawbridge.bots.LogCheck;
import games.drawbridge.bots.RoomClient;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A game of four-in-a-row whose moves are known: red fills the first column and wins with the
/// fourth disc, yellow fills the second. Both come back from whatever happens to their sockets.
final class Duel {
    private static final int HALF = 4;
    private static final int ALL = 7;

    private final Api api;
    private final CountDownLatch second;
    private final CountDownLatch halfTime;
    private final String redsDevice = "duel-" + UUID.randomUUID();
    private final Player red;
    private final Player yellow;

    /// @param halfTime counted down by each player when four discs have fallen
    /// @param second what each then waits for
    Duel(Api api, CountDownLatch halfTime, CountDownLatch second) {
        this.api = api;
        this.halfTime = halfTime;
        this.second = second;
        var ann = Account.guest(api, redsDevice);
        var bob = Account.guest(api, "duel-" + UUID.randomUUID());
        var body = "{\"kind\":\"four-in-a-row\",\"settings\":{\"turnSeconds\":300}}";
        var seat = api.post("/v1/rooms", ann.token(), body).ok();
        red = new Player(new RoomClient(api, ann, seat), 0);
        var join = "/v1/rooms/" + seat.get("room").asText() + "/join";
        yellow = new Player(new RoomClient(api, bob, api.post(join, bob.token(), "{}").ok()), 1);
    }

    /// Plays on threads of its own; completes with the log when it is over.
    CompletableFuture<JsonNode> play() {
        var games =
                Stream.of(red, yellow)
                        .map(player ->
                                CompletableFuture.runAsync(
                                        player, task -> Thread.ofPlatform().daemon().start(task)))
                        .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(games).thenApply(_ -> log());
    }

    private JsonNode log() {
        return api.get("/v1/rooms/" + room() + "/log", red().token()).ok();
    }

    String room() {
        return red.client.room();
    }

    String winner() {
        return red().player();
    }

    Account red() {
        return red.client.account();
    }

    String redsDevice() {
        return redsDevice;
    }

    List<String> faults(JsonNode log) {
        return Stream.of(red, yellow)
                .flatMap(each -> LogCheck.faults(each.client, each.acknowledged, log).stream())
                .toList();
    }

    List<Integer> acknowledged() {
        return List.of(red.acknowledged.size(), yellow.acknowledged.size());
    }

    private final class Player implements Runnable {
        private final RoomClient client;
        private final int column;
        private final TreeSet<Long> acknowledged = new TreeSet<>();

        Player(RoomClient client, int column) {
            this.client = client;
            this.column = column;
        }

        @Override
        public void run() {
            try (client) {
                for (int fallen = 0; ; fallen++) {
                    if (fallen == HALF) waitForTheSecondHalf();
                    if (fallen % 2 == column && fallen < ALL)
                        client.move("{\"drop\":" + column + "}");
                    if (nextEvent().at("/body/over").isObject()) return;
                }
            }
        }

        /// What one hears of one's own move is its acknowledgement.
        private JsonNode nextEvent() {
            while (true) {
                var frame = client.next();
                var type = frame.get("t").asText();
                if (type.equals("deny")) again(frame);
                else if (!type.equals("event") || isMine(frame))
                    acknowledged.add(frame.get("id").asLong());
                if (type.equals("event")) return frame;
            }
        }

        private boolean isMine(JsonNode event) {
            return event.path("by").asText().equals(client.account().player());
        }

        private void again(JsonNode denial) {
            if (!denial.has("retryIn")) throw new IllegalStateException(room() + ": " + denial);
            LockSupport.parkNanos(denial.get("retryIn").asLong() * 1_000_000);
            client.again(denial.get("id").asLong());
        }

        private void waitForTheSecondHalf() {
            halfTime.countDown();
            try {
                second.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

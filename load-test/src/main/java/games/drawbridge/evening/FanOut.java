package games.drawbridge.evening;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.Account;
import games.drawbridge.bots.GameSocket;
import games.drawbridge.faults.load.Waiting;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What a change of the map costs on the wire, by how many look there: frames and bytes, which are
/// the same on any machine.
final class FanOut implements AutoCloseable {
    private static final String REGION = "region:south";
    private static final int CELL = 8;

    /// Changes of each measurement: so many tiles lie around one.
    private static final int CHANGES = 8;

    /// Milliseconds after which a node has told what has changed.
    private static final int TICK = 600;

    /// Who is there already gives a sign of life for each so many who come: a node waits 40 s.
    private static final int PULSE = 25;

    private final Hosts hosts;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Seen> watchers = new ArrayList<>();
    private int cells;

    /// @param watchers of one cell
    /// @param changes of it
    /// @param atOnce whether within one tick
    /// @param frames that all watchers were told
    /// @param bytes of those
    record Cost(int watchers, int changes, boolean atOnce, long frames, long bytes) {}

    FanOut(Hosts hosts) {
        this.hosts = hosts;
    }

    /// @param counts of watchers, rising
    List<Cost> measure(int... counts) {
        var costs = new ArrayList<Cost>();
        for (int count : counts) {
            while (watchers.size() < count) {
                if (watchers.size() % PULSE == 0) watchers.forEach(Seen::ping);
                watchers.add(new Seen("watcher-" + watchers.size()));
            }
            for (boolean atOnce : new boolean[] {false, true}) costs.add(measure(count, atOnce));
        }
        return costs;
    }

    private Cost measure(int count, boolean atOnce) {
        try (var changer = new Seen("changer-" + count + "-" + atOnce)) {
            var middle = changer.freeCell();
            changer.move("{\"settle\":{\"x\":%d,\"y\":%d}}".formatted(middle[0], middle[1]));
            watchers.forEach(it -> it.look(middle[0] - 3, middle[1] - 3));
            Waiting.millis(TICK);
            watchers.forEach(Seen::forget);
            for (int i = 0; i < 9; i++) {
                int x = middle[0] - 1 + i % 3;
                int y = middle[1] - 1 + i / 3;
                if (i == 4) continue;
                changer.send("{\"claim\":{\"x\":%d,\"y\":%d}}".formatted(x, y));
                if (!atOnce) Waiting.millis(TICK);
            }
            Waiting.millis(2 * TICK);
            watchers.forEach(Seen::read);
            long frames = watchers.stream().mapToLong(it -> it.frames).sum();
            long bytes = watchers.stream().mapToLong(it -> it.bytes).sum();
            return new Cost(count, CHANGES, atOnce, frames, bytes);
        }
    }

    /// Somebody in the region.
    private final class Seen implements AutoCloseable {
        private final GameSocket socket;
        private final List<String> rows = new ArrayList<>();
        private long id;
        private long frames;
        private long bytes;

        Seen(String player) {
            Account account = hosts.account(player);
            var path = "/v1/rooms/" + REGION + "/join";
            var seat = hosts.api().post(path, account.token(), "{}").ok();
            var url = hosts.straight(URI.create(seat.get("url").asText()));
            socket = GameSocket.open(http, url, Duration.ofSeconds(10));
            socket.send(
                    "{\"t\":\"hello\",\"ticket\":\"%s\"}\n{\"t\":\"join\",\"room\":\"%s\"}"
                            .formatted(seat.get("ticket").asText(), REGION));
            var joined = socket.next("joined");
            id = joined.get("lastMove").asLong();
            joined.at("/state/rows").forEach(row -> rows.add(row.asText()));
        }

        /// The middle of a cell that is all land and was not used yet.
        int[] freeCell() {
            int across = rows.getFirst().length() / CELL;
            for (int cell = cells; ; cell++) {
                int x = cell % across * CELL;
                int y = cell / across * CELL;
                boolean land =
                        IntStream.range(y, y + CELL)
                                .noneMatch(it -> rows.get(it).substring(x, x + CELL).contains("~"));
                if (!land) continue;
                cells = cell + 1;
                return new int[] {x + 3, y + 3};
            }
        }

        void send(String body) {
            socket.send(
                    "{\"t\":\"move\",\"room\":\"%s\",\"id\":%d,\"body\":%s}"
                            .formatted(REGION, ++id, body));
        }

        JsonNode move(String body) {
            send(body);
            return socket.next("ack");
        }

        void ping() {
            socket.send("{\"t\":\"ping\",\"id\":1}");
        }

        void look(int x, int y) {
            move(
                    "{\"look\":{\"x\":%d,\"y\":%d,\"width\":%d,\"height\":%d}}"
                            .formatted(x, y, CELL, CELL));
        }

        void forget() {
            read();
            frames = 0;
            bytes = 0;
        }

        void read() {
            for (var frame = socket.poll(); frame != null; frame = socket.poll())
                if (frame.get("t").asText().equals("patch")) {
                    frames++;
                    bytes += frame.toString().getBytes(UTF_8).length;
                }
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    static Map<String, Object> line(Cost cost) {
        return Map.of(
                "watchers",
                cost.watchers(),
                "changes",
                cost.changes(),
                "atOnce",
                cost.atOnce(),
                "frames",
                cost.frames(),
                "bytes",
                cost.bytes());
    }

    @Override
    public void close() {
        watchers.forEach(Seen::close);
        http.shutdownNow();
    }
}

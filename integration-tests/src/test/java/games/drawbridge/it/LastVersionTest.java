package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.books.Ledger;
import games.drawbridge.bots.Account;
import games.drawbridge.bots.Api;
import games.drawbridge.bots.RoomClient;
import games.drawbridge.local.Progress;
import games.drawbridge.local.World;
import games.drawbridge.local.WorldOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// This version goes on with what the last one left in tables, archive and live log. A release
/// plays that anew, with `-Dupdate=true`, and commits it: the next is held against it.
class LastVersionTest {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Path KEPT = Path.of("src/test/resources/last-version.jsonl.gz");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// More than a stretch that is archived (200 events).
    private static final int LONG = 230;

    private static final int SHORT = 5;

    /// What is of the moment in which it is asked.
    private static final Set<String> OF_NOW = Set.of("asOf", "activeAt", "seenAt");

    @TempDir private Path folder;

    private World start(String name) throws Exception {
        var options = WorldOptions.inFolder(CHECKOUT, folder.resolve(name)).withNodes(1);
        return World.start(options, Progress.SILENT);
    }

    private static Api api(World world) {
        return new Api(HTTP, URI.create(world.endpoints().game()));
    }

    @Test
    void whatTheLastVersionWroteIsReadAndGoesOn() throws Exception {
        if (Boolean.getBoolean("update")) play();
        var kept = KeptData.read(KEPT);
        try (var world = start("now")) {
            kept.into(world);
            var ann = Account.guest(api(world), "last-ann");
            for (var line : kept.with("asked")) {
                var path = line.get("asked").asText();
                var now = api(world).get(path, ann.token()).ok();
                assertThat(differences("", line.get("answer"), now)).as(path).isEmpty();
            }
            assertThat(kept.with("asked")).hasSizeGreaterThan(6);
            for (var line : kept.with("room")) goesOn(world, ann, line);
            assertThat(kept.with("room")).hasSize(2);
            assertThat(books(world).faults()).isEmpty();
            assertThat(books(world).prizes()).hasSize(1);
        }
    }

    private static Ledger books(World world) {
        var table = world.template().variable("WALLETS_TABLE").orElseThrow();
        return Ledger.of(world.aws().dynamoDb(), table);
    }

    /// A room that was open: its player comes back, finds all that was said, and says more.
    private static void goesOn(World world, Account player, JsonNode line) {
        var room = line.get("room").asText();
        int moves = line.get("moves").asInt();
        var seat = api(world).post("/v1/rooms/" + room + "/join", player.token(), "{}").ok();
        try (var client = new RoomClient(api(world), player, seat)) {
            say(client, moves + 1, moves + 1);
        }
        var log = api(world).get("/v1/rooms/" + room + "/log?limit=500", player.token()).ok();
        assertThat(log.get("events")).hasSize(moves + 1);
        assertThat(log.get("events").findValuesAsText("n")).isEqualTo(numbers(moves + 1));
    }

    private static List<String> numbers(int to) {
        var numbers = new ArrayList<String>();
        for (int n = 1; n <= to; n++) numbers.add(Integer.toString(n));
        return numbers;
    }

    /// What of an earlier answer is not in this one. There may be more in it.
    private static List<String> differences(String at, JsonNode then, JsonNode now) {
        var found = new ArrayList<String>();
        if (then.isObject())
            for (var field : then.properties()) {
                var name = field.getKey();
                if (!OF_NOW.contains(name))
                    found.addAll(differences(at + "/" + name, field.getValue(), now.path(name)));
            }
        else if (then.isArray() && then.size() == now.size())
            for (int i = 0; i < then.size(); i++)
                found.addAll(differences(at + "/" + i, then.get(i), now.get(i)));
        else if (!then.equals(now)) found.add(at + " was " + then + " and is " + now);
        return found;
    }

    // ---- how it was made ----

    private void play() throws Exception {
        try (var world = start("then")) {
            var api = api(world);
            var ann = Account.guest(api, "last-ann");
            var won = won(api, ann, Account.guest(api, "last-bob"));
            Await.until(() -> gold(api, ann) == 10);
            call(world, "/v1/store/orders", ann, "{\"sku\":\"disc-blue\",\"quantity\":1}");
            var pack = "{\"sku\":\"gems_100\",\"quantity\":1,\"provider\":\"stripe\"}";
            var order = call(world, "/v1/payments/orders", ann, pack).get("orderId").asText();
            var paid = "{\"orderId\":\"%s\",\"outcome\":\"paid\"}".formatted(order);
            api.post("/_local/stripe/checkout", null, paid).ok();
            var payment = "/v1/payments/orders/" + order;
            Await.until(() -> api.get(payment, ann.token()).ok().toString().contains("fulfilled"));
            var clan = "{\"name\":\"Northern Wolves\",\"tag\":\"WOLF\",\"admission\":\"request\"}";
            var hall = call(world, "/v1/clans", ann, clan).get("id").asText();
            var live = said(api, ann, "live", LONG);
            var durable = said(api, ann, "durable", SHORT);
            var rank = "/v1/leaderboards/four-in-a-row/players/" + ann.player();
            Await.until(() -> api.get(rank, ann.token()).status() == 200);
            Await.until(() -> has(world, won, "archive"));
            Await.until(() -> has(world, live, "archived"));
            Await.until(() -> isQuiet(world));

            var kept = KeptData.of(world);
            for (var path :
                    List.of(
                            "/v1/players/me",
                            "/v1/wallet",
                            "/v1/wallet/entries",
                            "/v1/inventory",
                            rank,
                            payment,
                            "/v1/clans/" + hall,
                            "/v1/rooms/" + won + "/log")) {
                var answer = KeptData.JSON.createObjectNode().put("asked", path);
                kept.lines().add(answer.set("answer", api.get(path, ann.token()).ok()));
            }
            kept.lines().add(line(live, LONG));
            kept.lines().add(line(durable, SHORT));
            kept.write(KEPT);
        }
    }

    private static ObjectNode line(String room, int moves) {
        return KeptData.JSON.createObjectNode().put("room", room).put("moves", moves);
    }

    /// A game that the first player wins.
    private static String won(Api api, Account winner, Account loser) {
        var seat = api.post("/v1/rooms", winner.token(), "{\"kind\":\"four-in-a-row\"}").ok();
        var room = seat.get("room").asText();
        try (var first = new RoomClient(api, winner, seat);
                var second =
                        new RoomClient(
                                api,
                                loser,
                                api.post("/v1/rooms/" + room + "/join", loser.token(), "{}")
                                        .ok())) {
            second.move("{\"resign\":true}");
            while (!first.next().at("/body/over").isObject()) {}
        }
        return room;
    }

    private static String said(Api api, Account player, String level, int moves) {
        var body =
                "{\"kind\":\"relay\",\"settings\":{\"seats\":2,\"ack\":\"%s\"}}".formatted(level);
        var seat = api.post("/v1/rooms", player.token(), body).ok();
        try (var client = new RoomClient(api, player, seat)) {
            say(client, 1, moves);
        }
        return seat.get("room").asText();
    }

    private static void say(RoomClient client, int from, int to) {
        for (int n = from; n <= to; n++) {
            long id = client.move("{\"n\":" + n + "}");
            for (var frame = client.next(); !isAnswer(frame, id); frame = client.next())
                if (frame.has("retryIn")) {
                    LockSupport.parkNanos(frame.get("retryIn").asLong() * 1_000_000);
                    client.again(id);
                }
        }
    }

    private static boolean isAnswer(JsonNode frame, long id) {
        return !frame.get("t").asText().equals("deny") && frame.path("id").asLong() == id;
    }

    private static long gold(Api api, Account player) {
        return api.get("/v1/wallet", player.token()).ok().at("/balances/gold").asLong();
    }

    /// All effects are applied.
    private static boolean isQuiet(World world) {
        return KeptData.of(world).with("row").stream()
                .filter(line -> line.get("table").asText().equals("Rooms"))
                .noneMatch(line -> line.get("row").has("pending"));
    }

    /// Whether the room's row has such an attribute.
    private static boolean has(World world, String room, String attribute) {
        return KeptData.of(world).with("row").stream()
                .filter(line -> isHead(line, room))
                .anyMatch(line -> line.get("row").has(attribute));
    }

    private static boolean isHead(JsonNode line, String room) {
        return line.at("/row/pk/S").asText().equals("ROOM#" + room)
                && line.at("/row/sk/S").asText().equals("HEAD");
    }

    private static JsonNode call(World world, String path, Account player, String body)
            throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(world.endpoints().game() + path))
                        .header("authorization", "Bearer " + player.token())
                        .header("content-type", "application/json")
                        .header("idempotency-key", path)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return KeptData.JSON.readTree(answer.body());
    }
}

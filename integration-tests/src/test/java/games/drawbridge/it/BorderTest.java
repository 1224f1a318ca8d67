package games.drawbridge.it;

import static games.drawbridge.it.Players.api;
import static games.drawbridge.it.Players.enter;
import static games.drawbridge.it.Players.guest;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.Account;
import games.drawbridge.bots.Closed;
import games.drawbridge.faults.load.Rereading;
import games.drawbridge.model.room.RoomId;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Marches over the border between two regions, whose nodes die meanwhile: each comes over once.
class BorderTest {
    private static final String NORTH = "region:north";
    private static final String SOUTH = "region:south";

    /// Marches, and troops of each.
    private static final int MARCHES = 20;

    private static final int TROOPS = 5;

    private final Account ann = guest();

    @AfterEach
    void everybodyIsBack() {
        Fleet.isWell();
    }

    @Test
    void everyMarchComesOverOnceWhoeverDies() {
        enter(seat(SOUTH)).close();
        int x = settled();
        kill(owner(SOUTH));
        march(MARCHES / 2, x);
        kill(owner(NORTH));
        watch(() -> came() > 0);
        march(MARCHES, x);
        watch(() -> came() >= MARCHES);
        watch(() -> pending() == 0);
        assertThat(came()).isEqualTo(MARCHES);
        assertThat(of(NORTH, "departed")).isEqualTo(MARCHES);
    }

    @Test
    void whoIsNotLetInComesHome() {
        enter(seat(SOUTH)).close();
        int x = settled();
        try (var visit = enter(seat(NORTH))) {
            visit.move(visit.joined().get("lastMove").asLong() + 1, beyond(x, -1));
            visit.socket().next("ack");
            Await.until(() -> of(NORTH, "entered") == 1);
        }
        assertThat(of(SOUTH, "turnedBack")).isEqualTo(1);
        watch(() -> pending() == 0);
        assertThat(of(NORTH, "entered")).isEqualTo(1);
    }

    // ---- ann ----

    /// Where on the border ann has settled: wherever nobody was before.
    private int settled() {
        for (int x = 30; x < 60; x++)
            try (var visit = enter(seat(NORTH))) {
                visit.move(1, "{\"settle\":{\"x\":%d,\"y\":99}}".formatted(x));
                if (!visit.socket().next("ack", "deny").get("t").asText().equals("deny")) return x;
            }
        throw new AssertionError("no place for ann");
    }

    /// Lets so many marches begin in all, with whatever dies meanwhile.
    private void march(int marches, int x) {
        Await.until(() -> {
            try (var visit = enter(seat(NORTH))) {
                long begun = of(NORTH, "marched");
                long id = visit.joined().get("lastMove").asLong();
                for (; begun < marches; begun++) {
                    visit.move(++id, beyond(x, 0));
                    visit.socket().next("ack");
                }
                return true;
            } catch (IllegalStateException | CompletionException | Closed died) {
                return false;
            }
        });
    }

    private static String beyond(int x, int y) {
        return "{\"march\":{\"from\":{\"x\":%d,\"y\":99},\"to\":{\"x\":%d,\"y\":%d},\"troops\":%d,\"region\":\"south\"}}"
                .formatted(x, x, y, TROOPS);
    }

    /// Waits while somebody looks at both regions: they come back to them as players do.
    private void watch(BooleanSupplier until) {
        Await.until(() -> {
            for (var region : List.of(NORTH, SOUTH))
                try {
                    enter(seat(region)).close();
                } catch (IllegalStateException | CompletionException | Closed died) {
                    return false;
                }
            return until.getAsBoolean();
        });
    }

    // ---- the world ----

    private JsonNode seat(String room) {
        var seat = new JsonNode[1];
        Await.until(() -> {
            var answer = api().post("/v1/rooms/" + room + "/join", ann.token(), "{}");
            if (answer.status() == 200) seat[0] = answer.ok();
            return answer.status() == 200;
        });
        return seat[0];
    }

    private String owner(String room) {
        return seat(room).get("node").asText();
    }

    /// Never both at once: then nobody would be left to go on.
    private void kill(String node) {
        everybodyIsBack();
        Fleet.signal(node, "KILL");
    }

    private long came() {
        return of(SOUTH, "entered");
    }

    /// How many such events of ann's the room's log has.
    private long of(String room, String what) {
        if (api().get("/v1/rooms/" + room + "/log", ann.token()).status() != 200) return 0;
        return Rereading.events(api(), new RoomId(room), ann.token()).stream()
                .map(event -> event.at("/body/" + what))
                .filter(event -> event.toString().contains("\"" + ann.player() + "\""))
                .count();
    }

    private static long pending() {
        var world = TheWorld.world();
        var table = world.template().variable("ROOMS_TABLE").orElseThrow();
        return world.aws().dynamoDb().scan(scan -> scan.tableName(table)).items().stream()
                .filter(row -> row.containsKey("pending"))
                .filter(row -> row.get("pk").s().startsWith("ROOM#region:"))
                .count();
    }
}

package games.drawbridge.functions.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.Nodes;
import games.drawbridge.functions.testkit.World;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ListRoomsTest {
    private final World world = World.open();
    private final RoomRows rooms = new RoomRows(world);

    @BeforeEach
    void oneNodeLives() {
        new Nodes(world).alive("n1", 0, 0);
    }

    @Test
    void aPublicRoomIsListedWhileItsMakerMayStillCome() {
        String room = rooms.create("relay");
        rooms.create("ann", "{\"kind\":\"relay\",\"private\":true}");
        var listed = world.get("/v1/rooms?kind=relay").as("bob").send();
        assertThat(listed.at("/rooms")).hasSize(1);
        assertThat(listed.text("/rooms/0/room")).isEqualTo(room);
        long ticketIsOver =
                Instant.now().plus(RoomLimits.UNOPENED).minusSeconds(31).getEpochSecond();
        rooms.set(room, "expires", AttributeValue.fromN("" + ticketIsOver));
        assertThat(world.get("/v1/rooms?kind=relay").as("bob").send().body())
                .isEqualTo("{\"rooms\":[]}");
    }

    @Test
    void whatAnOwnerListsIsListed() {
        String listed = list("relay", 1_000);
        var rooms = world.get("/v1/rooms?kind=relay").as("bob").send();
        assertThat(rooms.at("/rooms/0").toString())
                .isEqualTo(
                        """
                        {"room":"%s","kind":"relay","status":"open","players":1,"head":0,\
                        "createdAt":"1970-01-01T00:00:01Z"}\
                        """
                                .formatted(listed));
        assertThat(world.get("/v1/rooms?kind=four-in-a-row").as("bob").send().body())
                .isEqualTo("{\"rooms\":[]}");
        assertThat(world.get("/v1/rooms/" + listed).as("bob").send().json())
                .isEqualTo(rooms.at("/rooms/0"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = "1\n2\n3\n4\n100")
    void pagesGoThroughEachKindNewestFirst(int limit) {
        var expected = new ArrayList<String>();
        for (int n = 3; n > 0; n--) expected.add(list("relay", n * 1_000));
        for (int n = 2; n > 0; n--) expected.add(list("four-in-a-row", n * 9_000));
        var seen = new ArrayList<String>();
        for (String cursor = ""; cursor != null; ) {
            var page = world.get("/v1/rooms?limit=" + limit + cursor).as("bob").send();
            page.at("/rooms").forEach(room -> seen.add(room.get("room").asText()));
            cursor = page.json().has("next") ? "&cursor=" + page.text("/next") : null;
        }
        assertThat(seen).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    /v1/rooms?kind=chess,      400 unknown-kind
                    /v1/rooms?limit=0,         400 bad-input
                    /v1/rooms?cursor=x,        400 bad-input
                    /v1/rooms/nowhere,         404 not-found
                    /v1/rooms/no%20room,       404 not-found
                    """)
    void refusesToShow(String target, String outcome) {
        assertThat(world.get(target).as("bob").send().outcome()).isEqualTo(outcome);
    }

    @Test
    void aCursorOfOneKindIsNoneOfAll() {
        for (int n = 1; n <= 2; n++) list("relay", n * 1_000);
        String next = world.get("/v1/rooms?kind=relay&limit=1").as("bob").send().text("/next");
        assertThat(world.get("/v1/rooms?cursor=" + next).as("bob").send().outcome())
                .isEqualTo("400 bad-input");
    }

    /// Makes a room that its owner has listed.
    private String list(String kind, long createdAt) {
        String room = rooms.create(kind);
        rooms.set(room, "createdAt", AttributeValue.fromN("" + createdAt));
        rooms.set(room, "players", AttributeValue.fromN("1"));
        rooms.set(room, "listing", AttributeValue.fromS(kind));
        return room;
    }
}

package games.drawbridge.functions.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Nodes;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RoomsTest {
    private final World world = World.open();
    private final Nodes nodes = new Nodes(world);

    @BeforeEach
    void oneNodeLives() {
        nodes.alive("n1", 0, 0);
    }

    @Test
    void aRoomIsMadeAndItsMakerLedThere() throws Exception {
        var seat = create("ann", "{\"kind\":\"four-in-a-row\",\"settings\":{\"turnSeconds\":60}}");
        assertThat(seat.status()).isEqualTo(201);
        assertThat(seat.text("/kind")).isEqualTo("four-in-a-row");
        assertThat(seat.text("/node")).isEqualTo("n1");
        assertThat(seat.text("/url")).isEqualTo("wss://play.example/rt/n1");
        assertThat(seat.json().has("invite")).isFalse();

        var token = SignedJWT.parse(seat.text("/ticket"));
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.HS256);
        assertThat(token.getHeader().getType().getType()).isEqualTo("ticket+jwt");
        assertThat(token.verify(new MACVerifier(World.TICKET_KEY))).isTrue();
        var claims = token.getJWTClaimsSet();
        var room = new RoomId(seat.text("/room"));
        assertThat(Ticket.of(claims.getClaims()))
                .isEqualTo(new Ticket(new PlayerId("ann"), room, new NodeId("n1"), "g1", 1));
        assertThat(claims.getJWTID()).hasSizeGreaterThanOrEqualTo(22);
        assertThat(Instant.parse(seat.text("/expiresAt")))
                .isEqualTo(claims.getExpirationTime().toInstant());
        assertThat(
                        Duration.between(
                                claims.getIssueTime().toInstant(),
                                claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void itsRowIsWhatTheNodeReads() {
        var seat =
                create(
                        "ann",
                        "{\"kind\":\"relay\",\"settings\":{\"seats\":4,\"ack\":null},\"private\":true}");
        var row = head(seat.text("/room"));
        assertThat(row.keySet())
                .containsExactlyInAnyOrder(
                        "pk",
                        "sk",
                        "kind",
                        "settings",
                        "maker",
                        "seed",
                        "invite",
                        "createdAt",
                        "node",
                        "generation",
                        "epoch",
                        "status",
                        "players",
                        "head",
                        "expires");
        assertThat(row.get("settings").s()).isEqualTo("{\"seats\":4}");
        assertThat(row.get("epoch").n()).isEqualTo("1");
        assertThat(row.get("status").s()).isEqualTo("open");
        assertThat(row.get("maker").s()).isEqualTo("ann");
        assertThat(row.get("invite").s()).isEqualTo(seat.text("/invite"));
        long created = Long.parseLong(row.get("createdAt").n()) / 1_000;
        assertThat(Long.parseLong(row.get("expires").n())).isEqualTo(created + 3_600);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                        | 400 bad-input    | kind is missing
                    {"kind":7}                                                | 400 bad-input    | kind must be a text
                    {"kind":"chess"}                                          | 400 unknown-kind | kind must be one of the title's
                    {"kind":"relay","settings":[]}                            | 400 bad-input    | settings must be an object
                    {"kind":"relay","settings":{"seats":1}}                   | 400 bad-settings | settings.seats must be a whole number from 2 to 64
                    {"kind":"relay","settings":{"seats":"two"}}               | 400 bad-settings | settings.seats must be a whole number from 2 to 64
                    {"kind":"relay","settings":{"ack":"sure"}}                | 400 bad-settings | settings.ack must be one of [memory, live, durable]
                    {"kind":"four-in-a-row","settings":{"turnSeconds":4}}     | 400 bad-settings | settings.turnSeconds must be a whole number from 5 to 300
                    {"kind":"relay","private":"yes"}                          | 400 bad-input    | private must be true or false
                    """)
    void refusesToMake(String body, String outcome, String detail) {
        var refused = create("ann", body);
        assertThat(refused.outcome()).isEqualTo(outcome);
        assertThat(refused.text("/detail")).isEqualTo(detail);
        assertThat(world.tables().rows("Rooms")).hasSize(1);
    }

    @Test
    void refusesSettingsThatAreTooBig() {
        String big =
                "{\"kind\":\"relay\",\"settings\":{\"note\":\"%s\"}}".formatted("x".repeat(2_100));
        assertThat(create("ann", big).outcome()).isEqualTo("400 bad-settings");
    }

    @Test
    void withoutALivingNodeThereIsNoRoom() {
        nodes.dead("n1", 0, 0);
        var refused = create("ann", "{\"kind\":\"relay\"}");
        assertThat(refused.outcome()).isEqualTo("503 no-node");
        assertThat(refused.headers()).containsEntry("retry-after", "1");
        assertThat(world.tables().rows("Rooms")).hasSize(1);
    }

    @Test
    void anybodyMayJoinAPublicRoom() {
        String room = create("ann", "{\"kind\":\"relay\"}").text("/room");
        var seat = join("bob", room, "{}");
        assertThat(seat.status()).isEqualTo(200);
        assertThat(seat.text("/room")).isEqualTo(room);
        assertThat(seat.text("/url")).isEqualTo("wss://play.example/rt/n1");
        var bare = world.call("POST", "/v1/rooms/" + room + "/join").as("bob").send();
        assertThat(bare.status()).isEqualTo(200);
        assertThat(bare.text("/ticket")).isNotEqualTo(seat.text("/ticket"));
    }

    @Test
    void aPrivateRoomWantsItsInvite() {
        var made = create("ann", "{\"kind\":\"relay\",\"private\":true}");
        String room = made.text("/room");
        String invite = made.text("/invite");
        assertThat(join("bob", room, "{}").outcome()).isEqualTo("403 forbidden");
        assertThat(join("bob", room, "{\"invite\":\"guess\"}").outcome())
                .isEqualTo("403 forbidden");
        var seat = join("bob", room, "{\"invite\":\"%s\"}".formatted(invite));
        assertThat(seat.status()).isEqualTo(200);
        assertThat(seat.json().has("invite")).as("for the maker to pass on").isFalse();
        assertThat(join("ann", room, "{}").text("/invite")).isEqualTo(invite);
        sat(room, "cat");
        assertThat(join("cat", room, "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /v1/rooms/nowhere/join      | {}              | 404 not-found
                    /v1/rooms/no%20room/join    | {}              | 404 not-found
                    /v1/rooms/lobby:duel/join   | {}              | 404 not-found
                    /v1/rooms/nowhere/join      | {"invite":7}    | 400 bad-input
                    /v1/rooms/nowhere/join      | hello           | 400 malformed-json
                    """)
    void refusesToJoin(String target, String body, String outcome) {
        assertThat(world.post(target, body).as("bob").send().outcome()).isEqualTo(outcome);
    }

    @Test
    void aRoomThatIsOverCannotBeJoined() {
        String room = create("ann", "{\"kind\":\"relay\"}").text("/room");
        set(room, "status", AttributeValue.fromS("over"));
        assertThat(join("ann", room, "{}").outcome()).isEqualTo("409 room-over");
        assertThat(world.get("/v1/rooms/" + room).as("bob").send().text("/status"))
                .isEqualTo("over");
    }

    @Test
    void aRoomWhoseMakerNeverCameIsGone() {
        String room = create("ann", "{\"kind\":\"relay\"}").text("/room");
        set(room, "expires", AttributeValue.fromN("" + (Instant.now().getEpochSecond() - 1)));
        assertThat(join("ann", room, "{}").outcome()).isEqualTo("404 not-found");
        assertThat(world.get("/v1/rooms/" + room).as("ann").send().outcome())
                .isEqualTo("404 not-found");
    }

    @Test
    void aRoomOfADeadNodeGetsAnotherOwner() {
        String room = create("ann", "{\"kind\":\"relay\"}").text("/room");
        nodes.dead("n1", 0, 0);
        assertThat(join("ann", room, "{}").outcome()).isEqualTo("503 no-node");
        nodes.alive("n2", 0, 0);
        assertThat(join("bob", room, "{}").text("/url")).isEqualTo("wss://play.example/rt/n2");
        assertThat(join("ann", room, "{}").text("/node")).isEqualTo("n2");
        assertThat(head(room).get("epoch").n()).isEqualTo("2");
        assertThat(head(room).get("generation").s()).isEqualTo("g1");
    }

    @Test
    void aNodeInAnotherLifeIsAnotherOwner() throws Exception {
        String room = create("ann", "{\"kind\":\"relay\"}").text("/room");
        nodes.restarted("n1");
        var ticket = SignedJWT.parse(join("ann", room, "{}").text("/ticket")).getJWTClaimsSet();
        assertThat(ticket.getStringClaim("gen")).isEqualTo("g2");
        assertThat(head(room).get("epoch").n()).isEqualTo("2");
    }

    @Test
    void aDrainingOwnerKeepsItsRooms() {
        String room = create("ann", "{\"kind\":\"relay\"}").text("/room");
        nodes.draining("n1", 0, 0);
        nodes.alive("n2", 0, 0);
        assertThat(join("bob", room, "{}").text("/node")).isEqualTo("n1");
        assertThat(head(room).get("epoch").n()).isEqualTo("1");
    }

    @Test
    void ofManyWhoFindTheOwnerDeadAllAreLedToTheSameNewOne() throws Exception {
        String room = create("ann", "{\"kind\":\"relay\"}").text("/room");
        nodes.dead("n1", 0, 0);
        for (int n = 2; n <= 5; n++) nodes.alive("n" + n, n, 0);
        var calls = new ArrayList<Callable<Got>>();
        for (int n = 0; n < 8; n++) {
            String player = "p" + n;
            calls.add(() -> join(player, room, "{}"));
        }
        var led = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) led.add(answer.get().text("/node"));
        }
        assertThat(led).containsExactly(head(room).get("node").s());
        assertThat(head(room).get("epoch").n()).isEqualTo("2");
    }

    @Test
    void onlyWhatItsOwnerListsIsListed() {
        create("ann", "{\"kind\":\"relay\"}");
        assertThat(world.get("/v1/rooms?kind=relay").as("bob").send().body())
                .isEqualTo("{\"rooms\":[]}");
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

    /// Makes a room and lists it, as its owner does once the maker has come.
    private String list(String kind, long createdAt) {
        String room = create("ann", "{\"kind\":\"%s\"}".formatted(kind)).text("/room");
        set(room, "createdAt", AttributeValue.fromN("" + createdAt));
        set(room, "players", AttributeValue.fromN("1"));
        set(room, "listing", AttributeValue.fromS(kind));
        return room;
    }

    private void sat(String room, String player) {
        world.tables()
                .put(
                        "Rooms",
                        Map.of(
                                "pk", AttributeValue.fromS("ROOM#" + room),
                                "sk", AttributeValue.fromS("SEAT#" + player),
                                "player", AttributeValue.fromS(player),
                                "at", AttributeValue.fromN("1")));
    }

    private Map<String, AttributeValue> head(String room) {
        return world.tables().row("Rooms", "ROOM#" + room, "HEAD");
    }

    private void set(String room, String name, AttributeValue value) {
        world.tables().set("Rooms", "ROOM#" + room, "HEAD", name, value);
    }

    private Got create(String player, String body) {
        return world.post("/v1/rooms", body).as(player).send();
    }

    private Got join(String player, String room, String body) {
        return world.post("/v1/rooms/" + room + "/join", body).as(player).send();
    }
}

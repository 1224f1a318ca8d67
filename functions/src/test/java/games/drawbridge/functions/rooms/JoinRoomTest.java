package games.drawbridge.functions.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Nodes;
import games.drawbridge.functions.testkit.RealtimeDoor;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.rating.Skill;
import games.drawbridge.model.wire.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class JoinRoomTest {
    private final RealtimeDoor door = new RealtimeDoor();
    private final World world = World.open(door.origin(), "");
    private final RoomRows rooms = new RoomRows(world);
    private final Nodes nodes = new Nodes(world);

    @BeforeEach
    void oneNodeLives() {
        nodes.alive("n1", 0, 0);
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void anybodyMayJoinAPublicRoom() {
        String room = rooms.create("relay");
        var seat = join("bob", room, "{}");
        assertThat(seat.status()).isEqualTo(200);
        assertThat(seat.text("/room")).isEqualTo(room);
        assertThat(seat.text("/url")).isEqualTo(url("n1"));
        var bare = world.call("POST", "/v1/rooms/" + room + "/join").as("bob").send();
        assertThat(bare.status()).isEqualTo(200);
        assertThat(bare.text("/ticket")).isNotEqualTo(seat.text("/ticket"));
    }

    @Test
    void allThatAJoinMustKnowIsAskedAtOnce() {
        String room = rooms.create("relay");
        join("bob", room, "{}"); // from now on it knows the server's status
        int before = world.calls().size();
        world.together(6);
        assertThat(join("bob", room, "{}").status()).isEqualTo(200);
        assertThat(world.calls().size() - before).isEqualTo(6);
    }

    @Test
    void aPrivateRoomWantsItsInvite() {
        var made = rooms.create("ann", "{\"kind\":\"relay\",\"private\":true}");
        String room = made.text("/room");
        String invite = made.text("/invite");
        assertThat(join("bob", room, "{}").outcome()).isEqualTo("403 forbidden");
        assertThat(join("bob", room, "{\"invite\":\"guess\"}").outcome())
                .isEqualTo("403 forbidden");
        var seat = join("bob", room, "{\"invite\":\"%s\"}".formatted(invite));
        assertThat(seat.status()).isEqualTo(200);
        assertThat(seat.json().has("invite")).as("for the maker to pass on").isFalse();
        assertThat(join("ann", room, "{}").text("/invite")).isEqualTo(invite);
        rooms.sat(room, "cat");
        assertThat(join("cat", room, "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /v1/rooms/nowhere/join      | {}              | 404 not-found
                    /v1/rooms/no%20room/join    | {}              | 404 not-found
                    /v1/rooms/lobby:moon/join   | {}              | 404 not-found
                    /v1/rooms/nowhere/join      | {"invite":7}    | 400 bad-input
                    /v1/rooms/nowhere/join      | hello           | 400 malformed-json
                    """)
    void refusesToJoin(String target, String body, String outcome) {
        assertThat(world.post(target, body).as("bob").send().outcome()).isEqualTo(outcome);
    }

    @Test
    void aRoomThatIsOverCannotBeJoined() {
        String room = rooms.create("relay");
        rooms.set(room, "status", AttributeValue.fromS("over"));
        assertThat(join("ann", room, "{}").outcome()).isEqualTo("409 room-over");
        assertThat(world.get("/v1/rooms/" + room).as("bob").send().text("/status"))
                .isEqualTo("over");
    }

    @Test
    void aRoomWhoseMakerNeverCameIsGone() {
        String room = rooms.create("relay");
        rooms.set(room, "expires", AttributeValue.fromN("" + (Instant.now().getEpochSecond() - 1)));
        assertThat(join("ann", room, "{}").outcome()).isEqualTo("404 not-found");
        assertThat(world.get("/v1/rooms/" + room).as("ann").send().outcome())
                .isEqualTo("404 not-found");
    }

    @Test
    void whenAllBeatsAreLateARoomStaysWhereItIs() {
        String room = rooms.create("relay");
        nodes.dead("n1", 0, 0);
        nodes.dead("n2", 0, 0);
        assertThat(join("ann", room, "{}").text("/node")).isEqualTo("n1");
        assertThat(rooms.head(room).get("epoch").n()).isEqualTo("1");
    }

    @Test
    void aRoomOfADeadNodeGetsAnotherOwner() {
        String room = rooms.create("relay");
        nodes.gone("n1");
        assertThat(join("ann", room, "{}").outcome()).isEqualTo("503 no-node");
        nodes.alive("n2", 0, 0);
        assertThat(join("bob", room, "{}").text("/url")).isEqualTo(url("n2"));
        assertThat(join("ann", room, "{}").text("/node")).isEqualTo("n2");
        assertThat(rooms.head(room).get("epoch").n()).isEqualTo("2");
        assertThat(rooms.head(room).get("generation").s()).isEqualTo("g1");
    }

    @Test
    void aNodeInAnotherLifeIsAnotherOwner() throws Exception {
        String room = rooms.create("relay");
        nodes.restarted("n1");
        var ticket = SignedJWT.parse(join("ann", room, "{}").text("/ticket")).getJWTClaimsSet();
        assertThat(ticket.getStringClaim("gen")).isEqualTo("g2");
        assertThat(rooms.head(room).get("epoch").n()).isEqualTo("2");
    }

    @Test
    void aTicketSaysHowWellItsPlayerPlays() throws Exception {
        String room = rooms.create("relay");
        for (var mode : List.of("duel", "squad"))
            world.tables()
                    .put(
                            "Players",
                            Map.of(
                                    "pk", AttributeValue.fromS("PLAYER#ann"),
                                    "sk", AttributeValue.fromS("RATING#" + mode),
                                    "mean", AttributeValue.fromN("1105600"),
                                    "doubt", AttributeValue.fromN("209700"),
                                    "matches", AttributeValue.fromN("3")));
        var skill = new Skill(1106, 210);
        var made = world.post("/v1/rooms", "{\"kind\":\"relay\"}").as("ann").send();
        for (var seat : List.of(join("ann", room, "{}"), made)) {
            var told = SignedJWT.parse(seat.text("/ticket")).getJWTClaimsSet();
            assertThat(Ticket.of(told.getClaims()).standing().skills())
                    .isEqualTo(Map.of("duel", skill, "squad", skill));
        }
        var other = SignedJWT.parse(join("bob", room, "{}").text("/ticket")).getJWTClaimsSet();
        assertThat(other.getClaims()).doesNotContainKey("skills");
    }

    @Test
    void aRoomGoesToNodesThatKnowItsVersionAndThenWantsTheirs() {
        String room = rooms.create("relay");
        nodes.gone("n1");
        nodes.knowing("n2", "{\"relay\":[2,2],\"four-in-a-row\":[1,1]}");
        assertThat(join("ann", room, "{}").outcome()).isEqualTo("503 no-node");
        nodes.knowing("n3", "{\"relay\":[1,2]}");
        assertThat(join("ann", room, "{}").text("/node")).isEqualTo("n3");
        assertThat(rooms.head(room).get("version").n()).isEqualTo("2");
        nodes.gone("n3");
        assertThat(join("ann", room, "{}").text("/node")).isEqualTo("n2");
    }

    @Test
    void aRoomIsMadeWhereItsKindIsKnown() {
        nodes.knowing("n1", "{\"four-in-a-row\":[1,1]}");
        assertThat(rooms.create("ann", "{\"kind\":\"relay\"}").outcome()).isEqualTo("503 no-node");
        nodes.knowing("n2", "{\"relay\":[1,1]}");
        assertThat(rooms.create("ann", "{\"kind\":\"relay\"}").text("/node")).isEqualTo("n2");
    }

    @Test
    void aDrainingOwnerKeepsItsRooms() {
        String room = rooms.create("relay");
        nodes.draining("n1", 0, 0);
        nodes.alive("n2", 0, 0);
        assertThat(join("bob", room, "{}").text("/node")).isEqualTo("n1");
        assertThat(rooms.head(room).get("epoch").n()).isEqualTo("1");
    }

    @Test
    void ofManyWhoFindTheOwnerDeadAllAreLedToTheSameNewOne() {
        String room = rooms.create("relay");
        nodes.dead("n1", 0, 0);
        for (int n = 2; n <= 5; n++) nodes.alive("n" + n, n, 0);
        var led = AtOnce.times(64, n -> join("p" + n, room, "{}").text("/node"));
        assertThat(led).containsOnly(rooms.head(room).get("node").s());
        assertThat(rooms.head(room).get("epoch").n()).isEqualTo("2");
    }

    /// What the player's client has seen already: the way to the owner is lost.
    @ParameterizedTest
    @ValueSource(ints = {502, 503, 404, 0})
    void whoComesAgainAndFindsTheOwnerSilentGetsAnotherAtOnce(int status) {
        String room = rooms.create("relay");
        rooms.sat(room, "bob");
        nodes.alive("n2", 0, 0);
        assertThat(join("bob", room, "{}").text("/node")).isEqualTo("n1");
        door.answers("n1", status);
        assertThat(join("cat", room, "{}").text("/node")).as("never was there").isEqualTo("n1");
        assertThat(join("bob", room, "{}").text("/node")).isEqualTo("n2");
        assertThat(rooms.head(room).get("epoch").n()).isEqualTo("2");
        assertThat(door.asked()).containsExactly("n1", "n1", "n1");
        assertThat(join("ann", room, "{}").text("/node")).isEqualTo("n2");
    }

    @Test
    void aRoomThatIsInMemoryWaitsUntilItsOwnerIsDead() {
        String room =
                rooms.create("ann", "{\"kind\":\"relay\",\"settings\":{\"ack\":\"memory\"}}")
                        .text("/room");
        nodes.beats("n1");
        door.answers("n1", 502);
        assertThat(join("ann", room, "{}").text("/node")).as("the only one").isEqualTo("n1");
        nodes.alive("n2", 0, 0);
        var refused = join("ann", room, "{}");
        assertThat(refused.outcome()).isEqualTo("503 no-node");
        assertThat(refused.headers().get("retry-after")).as("a lease").isIn("3", "4");
        assertThat(rooms.head(room).get("epoch").n()).isEqualTo("1");
        nodes.dead("n1", 0, 0);
        assertThat(join("ann", room, "{}").text("/node")).isEqualTo("n2");
    }

    @Test
    void aSilentOwnerThatIsTheOnlyNodeKeepsItsRooms() {
        String room = rooms.create("relay");
        door.answers("n1", 502);
        assertThat(join("ann", room, "{}").text("/node")).isEqualTo("n1");
        nodes.dead("n1", 0, 0);
        nodes.dead("n2", 0, 0);
        assertThat(join("ann", room, "{}").text("/node")).as("all beats late").isEqualTo("n1");
        assertThat(rooms.head(room).get("epoch").n()).isEqualTo("1");
    }

    @Test
    void ofManyWhoFindTheOwnerSilentAllAreLedToTheSameNewOne() {
        String room = rooms.create("relay");
        door.answers("n1", 502);
        for (int n = 2; n <= 5; n++) nodes.alive("n" + n, n, 0);
        for (int n = 0; n < 64; n++) rooms.sat(room, "p" + n);
        var led = AtOnce.times(64, n -> join("p" + n, room, "{}").text("/url"));
        assertThat(led).containsOnly(url(rooms.head(room).get("node").s()));
        assertThat(rooms.head(room).get("epoch").n()).isEqualTo("2");
    }

    private String url(String node) {
        return door.origin().replace("http", "ws") + "/rt/" + node;
    }

    private Got join(String player, String room, String body) {
        return world.post("/v1/rooms/" + room + "/join", body).as(player).send();
    }
}

package games.drawbridge.functions.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Nodes;
import games.drawbridge.functions.testkit.World;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class WellKnownRoomsTest {
    private final World world = World.open();
    private final RoomRows rooms = new RoomRows(world);
    private final Nodes nodes = new Nodes(world);

    @BeforeEach
    void oneNodeLives() {
        nodes.alive("n1", 0, 0);
    }

    @Test
    void aWellKnownRoomIsThereForWhoFirstAsksForIt() {
        var seat = join("ann", "chat:world");
        assertThat(seat.status()).isEqualTo(200);
        assertThat(seat.text("/room")).isEqualTo("chat:world");
        assertThat(seat.text("/kind")).isEqualTo("chat");
        assertThat(seat.text("/node")).isEqualTo("n1");
        assertThat(seat.json().has("invite")).isFalse();
        var row = rooms.head("chat:world");
        assertThat(row.get("settings").s()).isEqualTo("{\"channel\":\"world\"}");
        assertThat(row).doesNotContainKeys("expires", "listing", "invite");
        assertThat(join("bob", "chat:world").text("/node")).isEqualTo("n1");
        assertThat(rooms.head("chat:world")).isEqualTo(row);
    }

    @Test
    void ofManyWhoAskFirstOneMakesItAndAllGetTheSame() {
        nodes.alive("n2", 0, 0);
        nodes.alive("n3", 0, 0);
        var seats = AtOnce.times(12, n -> join("p" + n, "chat:world:de"));
        assertThat(seats).allMatch(seat -> seat.status() == 200);
        assertThat(seats)
                .extracting(seat -> seat.text("/url"))
                .containsOnly(seats.getFirst().text("/url"));
        assertThat(rooms.head("chat:world:de").get("epoch").n()).isEqualTo("1");
    }

    @Test
    void noListShowsIt() {
        join("ann", "chat:world");
        assertThat(world.get("/v1/rooms").as("bob").send().body()).isEqualTo("{\"rooms\":[]}");
        assertThat(world.get("/v1/rooms?kind=chat").as("bob").send().outcome())
                .isEqualTo("400 unknown-kind");
        assertThat(rooms.create("ann", "{\"kind\":\"chat\"}").outcome())
                .isEqualTo("400 unknown-kind");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    chat:moon,           404 not-found
                    chess:world,         404 not-found
                    relay:r1,            404 not-found
                    chat:dm:bob:cat,     403 forbidden
                    chat:room:nowhere,   403 forbidden
                    """)
    void refusesToLetIn(String room, String outcome) {
        assertThat(join("ann", room).outcome()).isEqualTo(outcome);
        assertThat(rooms.head(room)).as("nobody made it").isEmpty();
    }

    @Test
    void theDoorIsLookedAtEachTime() {
        String game = rooms.create("relay");
        rooms.sat(game, "bob");
        assertThat(join("bob", "chat:room:" + game).status()).isEqualTo(200);
        rooms.sat("chat:room:" + game, "cat");
        assertThat(join("cat", "chat:room:" + game).outcome()).isEqualTo("403 forbidden");
        assertThat(rooms.head("chat:room:" + game)).as("by ticket only").containsKey("invite");
        assertThat(join("bob", "chat:dm:ann:bob").status()).isEqualTo(200);
    }

    @Test
    void aTicketSaysWhoMayNotSpeakAndWhoModerates() throws Exception {
        var until = AttributeValue.fromN("" + (System.currentTimeMillis() + 60_000));
        world.tables()
                .put(
                        "Players",
                        Map.of(
                                "pk", AttributeValue.fromS("PLAYER#bob"),
                                "sk", AttributeValue.fromS("BAN#chat"),
                                "reason", AttributeValue.fromS("spam"),
                                "at", AttributeValue.fromN("1"),
                                "until", until));
        var silent = claims(join("bob", "chat:world"));
        assertThat(silent).containsEntry("silent", Long.valueOf(until.n()));
        assertThat(claims(join("ann", "chat:world"))).doesNotContainKeys("silent", "moderates");
        var support =
                world.call("POST", "/v1/rooms/chat:world/join")
                        .as("eve")
                        .claim("roles", "[support]")
                        .send();
        assertThat(claims(support)).containsEntry("moderates", true);
    }

    private static Map<String, Object> claims(Got seat) throws Exception {
        return SignedJWT.parse(seat.text("/ticket")).getJWTClaimsSet().getClaims();
    }

    private Got join(String player, String room) {
        return world.call("POST", "/v1/rooms/" + room + "/join").as(player).send();
    }
}

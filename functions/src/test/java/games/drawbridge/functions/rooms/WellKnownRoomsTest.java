package games.drawbridge.functions.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Nodes;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.room.Standing;
import games.drawbridge.model.title.Title;
import games.drawbridge.model.wire.Ticket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
                    region:moon,         404 not-found
                    region:The_Moon,     404 not-found
                    lobby:moon,          404 not-found
                    market:gold,         404 not-found
                    market:money:eur,    404 not-found
                    chat:dm:bob:cat,     403 forbidden
                    chat:room:nowhere,   403 forbidden
                    """)
    void refusesToLetIn(String room, String outcome) {
        assertThat(join("ann", room).outcome()).isEqualTo(outcome);
        assertThat(rooms.head(room)).as("nobody made it").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = "region:north\nregion:south\nlobby:duel\nlobby:crew")
    void someBeginWithAFileOfTheTitle(String room) throws Exception {
        assertThat(join("ann", room).status()).isEqualTo(200);
        var file = Path.of("title", room.replace(':', '/') + ".json");
        var settings = new ObjectMapper().readTree(file.toFile());
        assertThat(new ObjectMapper().readTree(rooms.head(room).get("settings").s()))
                .isEqualTo(settings);
        var chosen = JsonText.read(settings.toString(), Settings.class);
        var rules = Title.TITLE.rules(room.split(":")[0]).orElseThrow();
        var opened = new Cause.Opened(new PlayerId("ann"), rules.kind().name(), chosen, 7);
        assertThat(new RoomState<>(rules, opened, Instant.EPOCH).seats()).hasSize(1);
    }

    @Test
    void aClansHallIsForItsMembersAndItsOfficersModerateThere() throws Exception {
        for (String row :
                List.of("CLAN#c1 HEAD", "CLAN#c1 MEMBER#ann leader", "CLAN#c1 MEMBER#bob member"))
            clanRow(row.split(" "));
        for (String player : List.of("ann", "bob"))
            world.tables()
                    .put(
                            "Clans",
                            Map.of(
                                    "pk",
                                    text("PLAYER#" + player),
                                    "sk",
                                    text("CLAN"),
                                    "clan",
                                    text("c1")));
        for (String room : List.of("clan:c1", "chat:clan:c1")) {
            assertThat(claims(join("ann", room))).containsEntry("moderates", "here");
            assertThat(claims(join("bob", room))).doesNotContainKey("moderates");
            assertThat(join("cat", room).outcome()).isEqualTo("403 forbidden");
            assertThat(rooms.head(room)).as("by ticket only").containsKey("invite");
        }
        rooms.sat("clan:c1", "bob");
        world.tables().set("Clans", "PLAYER#bob", "CLAN", "clan", text("c2"));
        assertThat(join("bob", "clan:c1").outcome())
                .as("is in another now")
                .isEqualTo("403 forbidden");
        world.tables().set("Clans", "CLAN#c1", "HEAD", "ended", text("1"));
        assertThat(join("ann", "clan:c1").outcome()).as("disbanded").isEqualTo("403 forbidden");
    }

    private void clanRow(String... parts) {
        var row = new HashMap<>(Map.of("pk", text(parts[0]), "sk", text(parts[1])));
        if (parts.length == 3) row.put("role", text(parts[2]));
        world.tables().put("Clans", row);
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    @Test
    void nobodyReservesSeatsByThemselves() {
        var made =
                rooms.create("ann", "{\"kind\":\"relay\",\"settings\":{\"@players\":[\"bob\"]}}");
        assertThat(made.outcome()).isEqualTo("400 bad-settings");
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
    void whoIsBlockedGetsNoDirectChannelAndATicketSaysWhom() throws Exception {
        assertThat(join("ann", "chat:dm:ann:bob").status()).isEqualTo(200);
        world.call("PUT", "/v1/blocks/bob").as("ann").send();
        for (var player : List.of("ann", "bob"))
            assertThat(join(player, "chat:dm:ann:bob").outcome()).isEqualTo("403 blocked");
        assertThat(standing("ann").blocks().has(new PlayerId("bob"))).isTrue();
        assertThat(standing("bob").blocks().isEmpty()).isTrue();
        world.call("DELETE", "/v1/blocks/bob").as("ann").send();
        assertThat(join("bob", "chat:dm:ann:bob").status()).isEqualTo(200);
    }

    private Standing standing(String player) throws Exception {
        var ticket = SignedJWT.parse(join(player, "chat:world").text("/ticket"));
        return Ticket.of(ticket.getJWTClaimsSet().getClaims()).standing();
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
        assertThat(claims(support)).containsEntry("moderates", "all");
    }

    private static Map<String, Object> claims(Got seat) throws Exception {
        return SignedJWT.parse(seat.text("/ticket")).getJWTClaimsSet().getClaims();
    }

    private Got join(String player, String room) {
        return world.call("POST", "/v1/rooms/" + room + "/join").as(player).send();
    }
}

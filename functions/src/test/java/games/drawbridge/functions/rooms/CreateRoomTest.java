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
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateRoomTest {
    private final World world = World.open();
    private final RoomRows rooms = new RoomRows(world);
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
    void takesTwoRoundTrips() {
        create("ann", "{\"kind\":\"relay\"}"); // from now on it knows the server's status
        int before = world.calls().size();
        world.together(4);
        assertThat(create("ann", "{\"kind\":\"relay\"}").status()).isEqualTo(201);
        var calls = world.calls().subList(before, world.calls().size());
        assertThat(calls).hasSize(5).endsWith("CreateRoom PutItem");
    }

    @Test
    void itsRowIsWhatTheNodeReads() {
        var seat =
                create(
                        "ann",
                        "{\"kind\":\"relay\",\"settings\":{\"seats\":4,\"ack\":null},\"private\":true}");
        var row = rooms.head(seat.text("/room"));
        assertThat(new TreeSet<>(row.keySet()))
                .hasToString(
                        "[createdAt, epoch, expires, generation, head, invite, kind, maker, node,"
                                + " pk, players, seed, settings, sk, status, version]");
        assertThat(row.get("settings").s()).isEqualTo("{\"seats\":4}");
        assertThat(row.get("epoch").n()).isEqualTo("1");
        assertThat(row.get("version").n()).isEqualTo("1");
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
        nodes.gone("n1");
        var refused = create("ann", "{\"kind\":\"relay\"}");
        assertThat(refused.outcome()).isEqualTo("503 no-node");
        assertThat(refused.headers()).containsEntry("retry-after", "1");
        assertThat(world.tables().rows("Rooms")).hasSize(1);
    }

    private Got create(String player, String body) {
        return world.post("/v1/rooms", body).as(player).send();
    }
}

package games.drawbridge.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.Ticket;
import games.drawbridge.realtime.load.Admission;
import games.drawbridge.realtime.trace.Spans;
import games.drawbridge.realtime.wire.Encoding;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whom a busy node turns away, and how it says so.
class OverloadTest {
    private static final Spans OFF = new Spans(Optional.empty(), 0, InstantSource.system());
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final NodeId NODE = new NodeId("n1");
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");

    private int busy;
    private int connections = 1;
    private boolean banned;
    private final Sessions sessions =
            new Sessions(
                    NODE,
                    new Tickets(KEY, NODE, "g1", () -> NOW),
                    new Door(
                            new Admission(() -> busy, 100),
                            room -> room.value().equals("open"),
                            () -> connections),
                    (id, ticket) -> new Session(id, ticket, null, null, OFF),
                    _ -> banned,
                    new SecureRandom(),
                    () -> NOW);

    /// Everything that a hello is answered.
    private List<String> hello(String by, String secret) {
        var connection = new EmbeddedChannel();
        connection.pipeline().addLast(new Connection(connection, Encoding.JSON, sessions));
        var hello = "{\"t\":\"hello\",\"%s\":\"%s\"}".formatted(by, secret);
        connection.writeInbound(new TextWebSocketFrame(hello));
        connection.runPendingTasks();
        var heard = new ArrayList<String>();
        for (Object out = connection.readOutbound(); out != null; out = connection.readOutbound())
            switch (out) {
                case TextWebSocketFrame text -> heard.add(text.text());
                case CloseWebSocketFrame close -> heard.add("" + close.statusCode());
                default -> {}
            }
        return heard;
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # busy, connections, room,   let in?
                    50,     1,           open,   true
                    50,     1,           shut,   true
                    80,     1,           open,   true
                    80,     1,           shut,   false
                    90,     1,           open,   false
                    0,      101,         open,   false
                    """)
    void aBusyNodeTurnsPeopleAwayBeforeTheyWait(int percent, int count, String room, boolean letIn)
            throws Exception {
        busy = percent;
        connections = count;
        var heard = hello("ticket", ticket(room));
        if (letIn) assertThat(heard).singleElement().asString().contains("\"t\":\"welcome\"");
        else {
            assertThat(heard.getFirst()).contains("\"code\":\"busy\"");
            assertThat(heard.getLast()).isEqualTo("4203");
        }
    }

    @Test
    void whoComesBackIsAlwaysLetIn() throws Exception {
        var welcome = hello("ticket", ticket("open")).getFirst();
        busy = 100;
        connections = 1_000;
        var resume = welcome.replaceAll(".*\"resume\":\"([^\"]*)\".*", "$1");
        assertThat(hello("resume", resume).getFirst()).contains("\"t\":\"welcome\"");
    }

    @Test
    void whoIsBannedIsLetInNeitherNewNorBack() throws Exception {
        var welcome = hello("ticket", ticket("open")).getFirst();
        banned = true;
        assertThat(hello("ticket", ticket("open"))).hasSize(2).last().isEqualTo("4451");
        var resume = welcome.replaceAll(".*\"resume\":\"([^\"]*)\".*", "$1");
        var back = hello("resume", resume);
        assertThat(back.getFirst()).contains("\"code\":\"banned\"");
        assertThat(back.getLast()).isEqualTo("4451");
        banned = false;
        assertThat(hello("resume", resume).getLast()).isEqualTo("4300");
    }

    @Test
    void aPlayerHasOneAllowanceHoweverOftenItIsSwept() {
        var ann = new PlayerId("ann");
        long second = 1_000_000_000;
        sessions.move(ann, 0);
        sessions.sweep(second);
        for (int n = 0; n < 20; n++) assertThat(sessions.move(ann, second)).isZero();
        sessions.sweep(second);
        assertThat(sessions.move(ann, second)).isPositive();
        assertThat(sessions.move(new PlayerId("bob"), second)).isZero();
    }

    private static String ticket(String room) throws Exception {
        var ticket = new Ticket(new PlayerId("ann"), new RoomId(room), NODE, "g1", 1);
        var claims =
                new JWTClaimsSet.Builder()
                        .jwtID(UUID.randomUUID().toString())
                        .expirationTime(Date.from(NOW.plusSeconds(30)));
        ticket.claims().forEach(claims::claim);
        var type = new JOSEObjectType(Ticket.TYPE);
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(type).build();
        var jwt = new SignedJWT(header, claims.build());
        jwt.sign(new MACSigner(KEY));
        return jwt.serialize();
    }
}

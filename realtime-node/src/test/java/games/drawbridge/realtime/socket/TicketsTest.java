package games.drawbridge.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.Ticket;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TicketsTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final NodeId NODE = new NodeId("n1");
    private static final Ticket TICKET = ticket(NODE, "g1");

    private Instant now = Instant.parse("2026-11-01T20:00:00Z");
    private final Tickets tickets = new Tickets(KEY, NODE, "g1", () -> now);

    @Test
    void aTicketIsTakenOnce() throws Exception {
        var text = signed(TICKET, KEY, Ticket.TYPE);
        assertThat(tickets.use(text)).contains(TICKET);
        assertThat(tickets.use(text)).isEmpty();
        tickets.sweep();
        assertThat(tickets.use(text)).as("after a sweep").isEmpty();
    }

    @Test
    void ofTenThousandUsesOfATicketOneCounts() throws Exception {
        var text = signed(TICKET, KEY, Ticket.TYPE);
        long good =
                IntStream.range(0, 10_000)
                        .parallel()
                        .filter(_ -> tickets.use(text).isPresent())
                        .count();
        assertThat(good).isEqualTo(1);
    }

    @Test
    void aTicketLivesThirtySeconds() throws Exception {
        var text = signed(TICKET, KEY, Ticket.TYPE);
        now = now.plusSeconds(30);
        assertThat(tickets.use(text)).isEmpty();
    }

    @Test
    void takesOnlyWhatTheJoinCallMadeForThisLifeOfThisNode() throws Exception {
        assertThat(tickets.use(signed(ticket(new NodeId("n2"), "g1"), KEY, Ticket.TYPE))).isEmpty();
        assertThat(tickets.use(signed(ticket(NODE, "g0"), KEY, Ticket.TYPE))).isEmpty();
        assertThat(tickets.use(signed(TICKET, KEY.replace('0', 'x'), Ticket.TYPE))).isEmpty();
        assertThat(tickets.use(signed(TICKET, KEY, "at+jwt"))).as("another type").isEmpty();
        assertThat(tickets.use(new PlainJWT(claims(TICKET)).serialize())).as("alg none").isEmpty();
        assertThat(tickets.use("nonsense")).isEmpty();
        assertThat(tickets.use("")).isEmpty();
    }

    private static Ticket ticket(NodeId node, String generation) {
        return new Ticket(new PlayerId("ann"), new RoomId("r1"), node, generation, 1);
    }

    private JWTClaimsSet claims(Ticket ticket) {
        var claims =
                new JWTClaimsSet.Builder()
                        .jwtID(UUID.randomUUID().toString())
                        .expirationTime(Date.from(now.plusSeconds(30)));
        ticket.claims().forEach(claims::claim);
        return claims.build();
    }

    private String signed(Ticket ticket, String key, String type) throws Exception {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType(type)).build();
        var jwt = new SignedJWT(header, claims(ticket));
        jwt.sign(new MACSigner(key));
        return jwt.serialize();
    }
}

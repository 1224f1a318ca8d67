package games.drawbridge.realtime.socket;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.wire.Ticket;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Uses tickets up. A ticket names this node and this life of it, so remembering the used ones in
/// memory until they expire is enough to take each of them once.
final class Tickets {
    private final MACVerifier verifier;
    private final NodeId node;
    private final String generation;
    private final InstantSource clock;
    private final Map<String, Instant> used = new ConcurrentHashMap<>();

    Tickets(String key, NodeId node, String generation, InstantSource clock) {
        try {
            this.verifier = new MACVerifier(key.getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("TICKET_KEY must have at least 32 characters", e);
        }
        this.node = node;
        this.generation = generation;
        this.clock = clock;
    }

    /// The ticket, the first time it is shown to the node that it names; otherwise nothing. Which
    /// of the many reasons it was is not told.
    Optional<Ticket> use(String text) {
        try {
            var jwt = SignedJWT.parse(text);
            var header = jwt.getHeader();
            if (!JWSAlgorithm.HS256.equals(header.getAlgorithm())
                    || !new JOSEObjectType(Ticket.TYPE).equals(header.getType())
                    || !jwt.verify(verifier)) return Optional.empty();
            var claims = jwt.getJWTClaimsSet();
            var ticket = Ticket.of(claims.getClaims());
            return isForUs(ticket) && isFresh(claims) ? Optional.of(ticket) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    private boolean isForUs(Ticket ticket) {
        return ticket.node().equals(node) && ticket.generation().equals(generation);
    }

    private boolean isFresh(JWTClaimsSet claims) {
        var id = claims.getJWTID();
        var expires = claims.getExpirationTime();
        return id != null
                && expires != null
                && expires.toInstant().isAfter(clock.instant())
                && used.putIfAbsent(id, expires.toInstant()) == null;
    }

    /// Forgets what nobody could use again anyway.
    void sweep() {
        var now = clock.instant();
        used.values().removeIf(expires -> !expires.isAfter(now));
    }
}

package games.drawbridge.functions.rooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Secret;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Standing;
import games.drawbridge.model.trace.Trace;
import games.drawbridge.model.wire.Ticket;
import games.drawbridge.model.wire.WireLimits;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;

/// Leads players to a room's owner node: its url, and a ticket that it takes once.
final class Tickets {
    private static final int ID_BYTES = 16;

    private final URI origin;
    private final Supplier<byte[]> key;
    private final InstantSource clock;
    private final RandomText random;

    Tickets(Aws aws, InstantSource clock, RandomText random) {
        origin = URI.create(aws.environment().get("ORIGIN"));
        key = new Secret<>(aws, "TICKET_KEY", clock, text -> text.getBytes(UTF_8));
        this.clock = clock;
        this.random = random;
    }

    /// A seat in the room, at the node that owns it.
    ///
    /// @param trace of the call
    Seat seat(Room room, PlayerId player, Standing standing, Optional<Trace> trace) {
        var owner = room.owner();
        var ticket =
                new Ticket(
                        player,
                        room.id(),
                        owner.node(),
                        owner.generation(),
                        owner.epoch(),
                        standing,
                        trace.orElse(null));
        Instant expiresAt = now().plus(WireLimits.TICKET);
        String scheme = origin.getScheme().equals("https") ? "wss" : "ws";
        String url = scheme + "://" + origin.getAuthority() + "/rt/" + owner.node();
        String invite = player.equals(room.maker()) ? room.invite() : null;
        return new Seat(
                room.id(),
                room.kind(),
                owner.node(),
                url,
                sign(ticket, expiresAt),
                expiresAt,
                invite);
    }

    /// A token counts in seconds.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private String sign(Ticket ticket, Instant expiresAt) {
        var claims = new JWTClaimsSet.Builder();
        ticket.claims().forEach(claims::claim);
        claims.jwtID(random.bytes(ID_BYTES))
                .issueTime(Date.from(now()))
                .expirationTime(Date.from(expiresAt));
        var header =
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType(Ticket.TYPE))
                        .build();
        var token = new SignedJWT(header, claims.build());
        try {
            token.sign(new MACSigner(key.get()));
        } catch (JOSEException wrong) {
            throw new IllegalStateException(wrong);
        }
        return token.serialize();
    }
}

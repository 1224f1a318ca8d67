package games.drawbridge.realtime.socket;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Standing;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.model.wire.Ticket;
import games.drawbridge.model.wire.WireLimits;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.room.Guide;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;

/// Sends players after their room with a ticket such as the join call gives.
public final class TicketGuide implements Guide {
    private final MACSigner signer;
    private final String url;
    private final InstantSource clock;

    /// @param key at least 32 characters, shared with the join call
    /// @param origin the game's own, as players see it
    public TicketGuide(String key, URI origin, InstantSource clock) {
        try {
            this.signer = new MACSigner(key.getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("TICKET_KEY must have at least 32 characters", e);
        }
        String scheme = origin.getScheme().equals("https") ? "wss" : "ws";
        this.url = scheme + "://" + origin.getAuthority() + "/rt/";
        this.clock = clock;
    }

    @Override
    public NodeFrame.Moved moved(PlayerId player, Standing standing, Placement room, long after) {
        var ticket =
                new Ticket(
                        player,
                        room.room(),
                        room.node(),
                        room.generation(),
                        room.epoch(),
                        standing);
        return new NodeFrame.Moved(room.room(), after, url + room.node(), sign(ticket));
    }

    private String sign(Ticket ticket) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder();
        ticket.claims().forEach(claims::claim);
        claims.jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(WireLimits.TICKET)));
        var type = new JOSEObjectType(Ticket.TYPE);
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(type).build();
        var token = new SignedJWT(header, claims.build());
        try {
            token.sign(signer);
        } catch (JOSEException wrong) {
            throw new IllegalStateException(wrong);
        }
        return token.serialize();
    }
}

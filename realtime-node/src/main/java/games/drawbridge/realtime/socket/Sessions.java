package games.drawbridge.realtime.socket;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.wire.ClientFrame;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.model.wire.Ticket;
import games.drawbridge.model.wire.WireLimits;
import games.drawbridge.realtime.wire.Encoded;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All sessions of this node, by the one resume token that each has.
final class Sessions {
    /// How long a session waits for its player; after it, the join call leads back in.
    private static final Duration KEEP = Duration.ofMinutes(2);

    private static final NodeFrame.FrameLimits LIMITS =
            new NodeFrame.FrameLimits(WireLimits.FRAME, WireLimits.RATE, WireLimits.BURST);

    private final NodeId node;
    private final Tickets tickets;
    private final Door door;
    private final BiFunction<String, Ticket, Session> visits;
    private final Predicate<PlayerId> banned;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Map<String, Session> byToken = new ConcurrentHashMap<>();
    private final Map<Session, String> tokens = new ConcurrentHashMap<>();
    private final Map<Session, Instant> waiting = new ConcurrentHashMap<>();
    private final Map<PlayerId, Allowance> allowances = new ConcurrentHashMap<>();

    /// @param visits begins one, of that id
    /// @param banned who is not let in, not even back
    Sessions(
            NodeId node,
            Tickets tickets,
            Door door,
            BiFunction<String, Ticket, Session> visits,
            Predicate<PlayerId> banned,
            SecureRandom random,
            InstantSource clock) {
        this.node = node;
        this.tickets = tickets;
        this.door = door;
        this.visits = visits;
        this.banned = banned;
        this.random = random;
        this.clock = clock;
    }

    /// The session that a hello begins or goes on with, or why there is none.
    Greeting hello(ClientFrame.Hello hello, Connection connection) {
        var greeting = hello.ticket() != null ? begin(hello.ticket()) : resume(hello.resume());
        if (greeting instanceof Greeting.Welcome(var session)) welcome(session, connection);
        return greeting;
    }

    private Greeting begin(String text) {
        var ticket = tickets.use(text);
        if (ticket.isEmpty()) return Greeting.NO_TICKET;
        if (banned.test(ticket.get().player())) return Greeting.BANNED;
        if (!door.admits(ticket.get().room())) return Greeting.OVERLOADED;
        return new Greeting.Welcome(visits.apply(secret(), ticket.get()));
    }

    private Greeting resume(@Nullable String token) {
        var session = byToken.remove(String.valueOf(token));
        if (session == null) return Greeting.NO_SESSION;
        if (!banned.test(session.player())) return new Greeting.Welcome(session);
        forget(session);
        return Greeting.BANNED;
    }

    /// Takes one move's allowance, of which a player has one for all sockets: who comes back has no
    /// more than before.
    ///
    /// @param now nanoseconds of a monotonic clock
    /// @return 0 when it was there; else after how many milliseconds it will be
    long move(PlayerId player, long now) {
        return allowances.computeIfAbsent(player, _ -> new Allowance(now)).move(now);
    }

    /// Nothing leads back into what this player was doing.
    void forget(PlayerId player) {
        for (var session : List.copyOf(tokens.keySet()))
            if (session.player().equals(player)) forget(session);
    }

    private void welcome(Session session, Connection connection) {
        String token = secret();
        byToken.put(token, session);
        var before = tokens.put(session, token);
        if (before != null) byToken.remove(before);
        waiting.remove(session);
        session.attach(connection);
        session.tell(
                new Encoded(
                        new NodeFrame.Welcome(
                                session.player(),
                                session.id(),
                                token,
                                node,
                                WireLimits.HEARTBEAT.toMillis(),
                                LIMITS)));
    }

    /// The connection is gone; its session waits for the next one.
    void disconnected(Session session, Connection connection) {
        if (session.detach(connection)) waiting.put(session, clock.instant().plus(KEEP));
    }

    /// The player is elsewhere or out: nothing leads back into this session.
    void forget(Session session) {
        var token = tokens.remove(session);
        if (token != null) byToken.remove(token);
        waiting.remove(session);
    }

    /// @param nanos of a monotonic clock
    void sweep(long nanos) {
        var now = clock.instant();
        waiting.forEach((session, until) -> {
            if (until.isBefore(now) && !session.isAttached()) forget(session);
        });
        tickets.sweep();
        allowances.values().removeIf(it -> it.isFull(nanos));
    }

    private String secret() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

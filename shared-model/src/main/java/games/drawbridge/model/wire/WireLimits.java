package games.drawbridge.model.wire;

import java.time.Duration;

/// The limits of the realtime contract, each with its unit and reason.
public final class WireLimits {
    public static final String SUBPROTOCOL = "drawbridge.v1";
    public static final String SUBPROTOCOL_CBOR = "drawbridge.v1.cbor";

    /// Bytes of one inbound frame: a move is a decision, not a document.
    public static final int FRAME = 4 * 1024;

    /// Bytes of one inbound message, which may carry several frames; beyond it the socket is
    /// closed.
    public static final int MESSAGE = 16 * 1024;

    /// Bytes of one outbound message: stays a single WebSocket frame everywhere on the way.
    public static final int OUTBOUND = 32 * 1024;

    /// Moves a second per player, steady: faster than a person.
    public static final int RATE = 10;

    /// Moves at once per player: a reconnecting client sends what was unanswered.
    public static final int BURST = 20;

    /// Moves unanswered per player and room.
    public static final int UNANSWERED = 32;

    /// How long a client may be over three times the rate before it is abuse.
    public static final Duration ABUSE = Duration.ofSeconds(10);

    /// Frames waiting for one client before it counts as slow.
    public static final int QUEUE_FRAMES = 256;

    /// Bytes waiting for one client before it counts as slow.
    public static final int QUEUE_BYTES = 256 * 1024;

    /// How long a client may stay slow.
    public static final Duration SLOW = Duration.ofSeconds(10);

    /// Events replayed to a returning client; beyond it the state is shorter.
    public static final int REPLAY_EVENTS = 300;

    /// Bytes replayed to a returning client.
    public static final int REPLAY_BYTES = 256 * 1024;

    /// From the socket's opening to its hello.
    public static final Duration HELLO = Duration.ofSeconds(5);

    /// Between a client's signs of life; load balancers cut idle sockets after 60 s.
    public static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /// Life of a ticket: from the join call to the hello, on a bad network.
    public static final Duration TICKET = Duration.ofSeconds(30);

    /// Rooms one socket may be in: a game, the map, a base, its clan and some channels.
    public static final int ROOMS = 16;

    private WireLimits() {}
}

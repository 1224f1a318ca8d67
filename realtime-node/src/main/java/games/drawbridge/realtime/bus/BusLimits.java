package games.drawbridge.realtime.bus;

import java.time.Duration;

/// The limits of the bus, each with its unit and reason.
public final class BusLimits {
    /// Between two beats of a node to each of its peers: the time a loss stays unnoticed when
    /// nothing follows it.
    public static final Duration BEAT = Duration.ofSeconds(1);

    /// After so long without a word a peer is taken for silent: three beats may be late. Shorter
    /// than the four seconds after which its row says that it is dead.
    public static final Duration SILENCE = Duration.ofSeconds(3);

    /// How long the server may take nothing before nobody is asked anything: what is asked of a
    /// server that stands still is neither done nor refused until it goes on.
    static final Duration PATIENCE = Duration.ofSeconds(1);

    /// How long a silent peer is remembered: much longer than a restart takes.
    static final Duration FORGET = Duration.ofMinutes(1);

    /// Peers at once: as many nodes as a load balancer has slots, and their lives of the last
    /// minute.
    static final int PEERS = 400;

    /// Messages to one peer that the server has not taken yet: after a gap all players of a full
    /// node (50,000) enter again at once. What is beyond is not sent, which the peer sees from the
    /// numbers; were all who enter again beyond, there would be no end of it.
    static final int WAITING = 65_536;

    /// Characters of them, a little more than that takes: what a server that stands still may cost
    /// of a node's memory, per peer.
    static final long WAITING_TEXT = 20 * 1024 * 1024;

    private BusLimits() {}
}

package games.drawbridge.realtime.relay;

import games.drawbridge.model.room.Terms;
import games.drawbridge.realtime.bus.BusLimits;
import java.time.Duration;

/// The limits of relaying, each with its unit and reason.
final class RelayLimits {
    /// Rooms that one node relays: a socket is in 16 rooms, most of them its own node's or shared.
    static final int ROOMS = 20_000;

    /// Visitors of one room on one node: all who have a seat there may be on one node, that of the
    /// region where they play; more only wait to hear that it is full.
    static final int VISITORS = Terms.MOST_SEATS;

    /// What waits for the thread of one room. Beyond it players are told that it is busy.
    static final int MAILBOX = 1_024;

    /// Rooms of this node that one other node relays; its own limit is the same.
    static final int GUEST_ROOMS = ROOMS;

    /// What waits for one room to open, per relay.
    static final int OPENING = 1_024;

    /// Rooms whose heads are told in one message: some 40 KB.
    static final int HEADS = 500;

    /// Milliseconds after which a move that found the owner away is sent again.
    static final long LATER = 500;

    /// From the first look for an owner to the next; it doubles.
    static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    /// Between two looks for an owner at most: a new one is found within a second.
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /// How long a room that nobody visits is remembered.
    static final Duration IDLE = Duration.ofMinutes(1);

    /// How long a guest stays linked of whom the relay does not speak any more after it was asked
    /// to enter again.
    static final Duration STALE = BusLimits.SILENCE;

    private RelayLimits() {}
}

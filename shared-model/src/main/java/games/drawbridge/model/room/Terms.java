package games.drawbridge.model.room;

import java.time.Duration;

/// What the platform must know of a room to run it.
///
/// @param seats how many players may sit at once, 1–20,000
/// @param ack how safe an event is before it is told
/// @param hold how long a seat is kept for a player whose socket dropped, 30 s to 24 h
/// @param crowded whether so many come and go that nobody is told who: without it each newcomer
///   would cost a frame to everybody
public record Terms(int seats, AckLevel ack, Duration hold, boolean crowded) {
    /// As many as a node has sockets for.
    public static final int MOST_SEATS = 20_000;

    private static final Duration LEAST_HOLD = Duration.ofSeconds(30);
    private static final Duration MOST_HOLD = Duration.ofDays(1);

    /// Two minutes: a tunnel, a lift, a phone call.
    public static final Duration USUAL_HOLD = Duration.ofMinutes(2);

    public Terms {
        if (seats < 1 || seats > MOST_SEATS) throw new IllegalArgumentException("seats: " + seats);
        if (hold.compareTo(LEAST_HOLD) < 0 || hold.compareTo(MOST_HOLD) > 0)
            throw new IllegalArgumentException("hold: " + hold);
    }

    public Terms(int seats, AckLevel ack, Duration hold) {
        this(seats, ack, hold, false);
    }

    /// A place for so many, who do not see each other come and go.
    public static Terms crowd(int seats, Duration hold) {
        return new Terms(seats, AckLevel.LIVE, hold, true);
    }

    /// A game for so many players, its events safe in the live log before they are told.
    public static Terms seats(int seats) {
        return new Terms(seats, AckLevel.LIVE, USUAL_HOLD);
    }
}

package games.drawbridge.model.room;

import java.time.Duration;

/// What the platform must know of a room to run it.
///
/// @param seats how many players may sit at once, 1–1,000
/// @param ack how safe an event is before it is told
/// @param hold how long a seat is kept for a player whose socket dropped, 30 s to 24 h
public record Terms(int seats, AckLevel ack, Duration hold) {
    private static final Duration LEAST_HOLD = Duration.ofSeconds(30);
    private static final Duration MOST_HOLD = Duration.ofDays(1);

    /// Two minutes: a tunnel, a lift, a phone call.
    public static final Duration USUAL_HOLD = Duration.ofMinutes(2);

    public Terms {
        if (seats < 1 || seats > 1_000) throw new IllegalArgumentException("seats: " + seats);
        if (hold.compareTo(LEAST_HOLD) < 0 || hold.compareTo(MOST_HOLD) > 0)
            throw new IllegalArgumentException("hold: " + hold);
    }

    /// A game for so many players, its events safe in the live log before they are told.
    public static Terms seats(int seats) {
        return new Terms(seats, AckLevel.LIVE, USUAL_HOLD);
    }
}

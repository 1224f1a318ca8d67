package games.drawbridge.faults.load;

import java.time.Duration;

/// How a player behaves.
///
/// @param every time between two moves
/// @param pulse time between two pings; zero for a player who never asks whether the socket lives
/// @param patience for an answer to a ping, a hello or a call; then the socket counts as lost
public record Manner(Duration every, Duration pulse, Duration patience) {
    /// In a game that moves: nobody waits longer than this before they try again.
    public static final Manner LIVELY =
            new Manner(Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(2));

    /// Sits there, makes no move and pings as seldom as it may.
    public static final Manner IDLE =
            new Manner(Duration.ofDays(1), Duration.ofSeconds(20), Duration.ofSeconds(5));

    /// How long it looks at the socket before it looks at the time.
    Duration tick() {
        return every.toSeconds() > 60 ? Duration.ofSeconds(2) : Duration.ofMillis(50);
    }

    public Manner every(Duration time) {
        return new Manner(time, pulse, patience);
    }

    public Manner patience(Duration time) {
        return new Manner(every, pulse, time);
    }
}

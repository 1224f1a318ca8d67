package games.drawbridge.bots.evening;

import java.util.random.RandomGenerator;

/// How long bots think, in milliseconds.
///
/// @param act on average between two things that a bot does
/// @param move on average before a move in a match
public record Pace(long act, long move) {
    /// Two thousand of them are what two cores carry beside the world itself.
    public static final Pace EVENING = new Pace(40_000, 8_000);

    /// For few of them.
    public static final Pace HASTE = new Pace(1_500, 400);

    /// From half to one and a half of the mean.
    static long around(long mean, RandomGenerator dice) {
        return mean / 2 + dice.nextLong(Math.max(1, mean));
    }
}

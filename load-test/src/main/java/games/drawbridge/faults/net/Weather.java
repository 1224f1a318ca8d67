package games.drawbridge.faults.net;

/// How a road treats what travels on it, in both directions.
///
/// @param delay milliseconds that everything takes at least
/// @param jitter milliseconds that it takes more, at random
/// @param bytesPerSecond at most; 0 for any
/// @param swallows whether everything disappears and nobody is told
public record Weather(int delay, int jitter, int bytesPerSecond, boolean swallows) {
    public static final Weather CLEAR = new Weather(0, 0, 0, false);
    public static final Weather SWALLOWING = new Weather(0, 0, 0, true);

    public static Weather slow(int bytesPerSecond) {
        return new Weather(0, 0, bytesPerSecond, false);
    }

    /// @param about milliseconds in the middle
    public static Weather late(int about, int moreOrLess) {
        return new Weather(about - moreOrLess, 2 * moreOrLess, 0, false);
    }
}

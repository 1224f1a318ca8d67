package games.drawbridge.bench.work;

/// How much of everything: the usual sizes are those of the tables.
///
/// @param share of the usual number of rooms and connections
/// @param seconds that are measured each time
/// @param warmUp seconds of load before, for compilers
public record Size(double share, int seconds, int warmUp) {
    public static final Size USUAL = new Size(1, 5, 5);

    int of(int usual) {
        return Math.max(1, (int) Math.round(usual * share));
    }
}

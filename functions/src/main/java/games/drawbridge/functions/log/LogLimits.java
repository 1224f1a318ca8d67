package games.drawbridge.functions.log;

/// Sizes of reading logs.
final class LogLimits {
    /// Batches read at once: a page of a game has about as many.
    static final int READ = 100;

    /// Batches read to find a place: a barrier or two, and one that tells.
    static final int LOOK = 4;

    /// Objects of the archive kept in memory: the pages of one room are asked for one after the
    /// other.
    static final int KEPT = 2;

    private LogLimits() {}
}

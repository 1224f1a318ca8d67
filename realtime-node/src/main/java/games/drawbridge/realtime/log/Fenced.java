package games.drawbridge.realtime.log;

/// Another node owns the room now: nothing more can be written, so nothing more may be told.
public final class Fenced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean byItself;

    Fenced(long mine, long theirs) {
        super("epoch " + mine + " is fenced by epoch " + theirs);
        this.byItself = mine == theirs;
    }

    /// Whether the epoch was to begin a second time: it is used up, and its owner needs a new one.
    public boolean isByItself() {
        return byItself;
    }
}

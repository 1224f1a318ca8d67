package games.drawbridge.realtime.log;

/// Another node owns the room now: nothing more can be written, so nothing more may be told.
public final class Fenced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Fenced(long mine, long theirs) {
        super("epoch " + mine + " is fenced by epoch " + theirs);
    }
}

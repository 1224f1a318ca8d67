package games.drawbridge.bots;

/// The socket is gone.
public final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    /// @param code the node's, or 1006 when it was just cut
    public Closed(int code) {
        super("closed with " + code);
        this.code = code;
    }

    public int code() {
        return code;
    }
}

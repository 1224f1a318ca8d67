package games.drawbridge.bots;

/// The socket is gone.
final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int code;

    /// @param code the node's, or 1006 when it was just cut
    Closed(int code) {
        super("closed with " + code);
        this.code = code;
    }
}

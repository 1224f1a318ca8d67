package games.drawbridge.functions.email;

/// Of e-mail, each limit with its unit and reason.
public final class EmailLimits {
    /// Characters of an address: RFC 5321's path, without its brackets.
    public static final int ADDRESS = 254;

    /// Addresses of one player: more than anybody pays from, and few enough to read at once.
    static final int ADDRESSES = 20;

    /// Players whom one address leads to, as support is shown them.
    static final int OWNERS = 50;

    private EmailLimits() {}
}

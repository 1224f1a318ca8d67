package games.drawbridge.functions.bans;

import java.util.Locale;

/// What a ban keeps a player out of.
public enum Scope {
    ALL,
    CHAT,
    MARKET,
    BOARDS,
    ROOMS;

    /// @throws IllegalArgumentException when there is no such scope
    public static Scope of(String text) {
        for (Scope each : values()) if (each.text().equals(text)) return each;
        throw new IllegalArgumentException("no scope");
    }

    /// As it is written: `all`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether whoever is banned so stands on no board.
    boolean clearsBoards() {
        return this == ALL || this == BOARDS;
    }

    /// Whether whoever is banned so has nothing to do on a socket.
    boolean closesSockets() {
        return this == ALL || this == ROOMS;
    }
}

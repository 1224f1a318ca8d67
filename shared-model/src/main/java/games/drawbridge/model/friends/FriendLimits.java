package games.drawbridge.model.friends;

/// Of friends, each limit with its reason.
public final class FriendLimits {
    /// Friends of one player: all of them are shown with where they are.
    public static final int FRIENDS = 100;

    /// Requests of one player that wait: too few to flood the game.
    public static final int ASKED = 50;

    /// Players that one player has blocked: so many fit into a ticket, of which a hello has 4 KB.
    public static final int BLOCKED = 300;

    private FriendLimits() {}
}

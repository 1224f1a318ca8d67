package games.drawbridge.model.clans;

/// Something that not every member may do.
public enum Permission {
    /// Read the requests, accept and refuse them.
    ADMIT(ClanRole.OFFICER),
    INVITE(ClanRole.OFFICER),
    /// Put out a member of a lower role.
    REMOVE(ClanRole.OFFICER),
    /// Say something at the top of the clan's hall.
    ANNOUNCE(ClanRole.OFFICER),
    /// Sign the clan up for an event.
    ENTER(ClanRole.OFFICER),
    /// Change what the clan says of itself, and how players come in.
    DESCRIBE(ClanRole.LEADER),
    /// Give roles, the leader's included.
    APPOINT(ClanRole.LEADER),
    DISBAND(ClanRole.LEADER);

    private final ClanRole least;

    Permission(ClanRole least) {
        this.least = least;
    }

    /// The lowest role that has it; those above have it too.
    public ClanRole least() {
        return least;
    }
}

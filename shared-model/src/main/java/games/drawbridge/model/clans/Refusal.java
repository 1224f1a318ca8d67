package games.drawbridge.model.clans;

import java.util.Locale;

/// Why something about a clan does not happen.
public enum Refusal {
    ALREADY_IN_CLAN("the player has a clan already"),
    CLAN_FULL("the clan has " + ClanLimits.MEMBERS + " members"),
    INVITE_ONLY("the clan invites its members"),
    NOT_A_MEMBER("this is for members of the clan"),
    NOT_ALLOWED("the role does not allow it"),
    OWN_ROLE("a leader makes somebody else the leader"),
    TOO_MANY_REQUESTS("too many requests wait already"),
    TOO_MANY_INVITATIONS("too many invitations are open");

    private final String detail;

    Refusal(String detail) {
        this.detail = detail;
    }

    /// Stable: `clan-full`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String detail() {
        return detail;
    }
}

package games.drawbridge.model.clans;

import games.drawbridge.model.player.PlayerId;
import java.time.Duration;
import java.time.Instant;

/// A player in a clan.
///
/// @param seenAt about when the player last did something for the clan or looked at it
public record Member(PlayerId player, ClanRole role, Instant joinedAt, Instant seenAt) {

    public boolean may(Permission permission) {
        return role.may(permission);
    }

    public boolean leads() {
        return role == ClanRole.LEADER;
    }

    /// Whether the clan waits in vain.
    public boolean isAway(Instant now) {
        return Duration.between(seenAt, now).compareTo(ClanLimits.AWAY) > 0;
    }

    public Member as(ClanRole other) {
        return new Member(player, other, joinedAt, seenAt);
    }
}

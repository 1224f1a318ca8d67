package games.drawbridge.model.clans;

import org.jspecify.annotations.Nullable;

/// A player who wants to come into a clan, as things stood at one moment.
///
/// @param current the player's clan; absent: none
/// @param invited whether the clan has invited the player
/// @param accepted whether an officer of the clan accepts the player's request at this moment
/// @param waiting requests that wait at the clan, the player's own left out
/// @param asked requests of the player that wait at other clans
public record Coming(
        @Nullable ClanId current, boolean invited, boolean accepted, int waiting, int asked) {

    /// What comes of it.
    public sealed interface Outcome {

        record Joins() implements Outcome {}

        record Asks() implements Outcome {}

        /// The player is in this very clan.
        record Belongs() implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    public Outcome to(Clan clan) {
        if (clan.id().equals(current)) return new Outcome.Belongs();
        if (current != null) return new Outcome.Refused(Refusal.ALREADY_IN_CLAN);
        if (clan.full()) return new Outcome.Refused(Refusal.CLAN_FULL);
        if (invited || accepted) return new Outcome.Joins();
        return switch (clan.admission()) {
            case OPEN -> new Outcome.Joins();
            case REQUEST ->
                    waiting >= ClanLimits.REQUESTS || asked >= ClanLimits.ASKED
                            ? new Outcome.Refused(Refusal.TOO_MANY_REQUESTS)
                            : new Outcome.Asks();
            case INVITE -> new Outcome.Refused(Refusal.INVITE_ONLY);
        };
    }
}

package games.drawbridge.functions.clans;

import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That a player should come into a clan, which one side wants already.
///
/// @param text of the player's, with a request
/// @param by who invites
record Wish(
        Kind kind,
        ClanId clan,
        PlayerId player,
        @Nullable String text,
        @Nullable PlayerId by,
        Instant at,
        Instant expires) {

    /// Which side wants it.
    enum Kind {
        REQUEST("REQUEST#"),
        INVITATION("INVITATION#");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        String prefix() {
            return prefix;
        }
    }
}

package games.drawbridge.functions.players;

import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What a player sees of the own account.
///
/// @param locale BCP 47: `pt-BR`
/// @param country ISO 3166-1, two letters
/// @param avatar names one of the title's pictures
/// @param identities names of the providers that lead to this player
public record Profile(
        PlayerId playerId,
        String name,
        String locale,
        @Nullable String country,
        @Nullable String avatar,
        Instant createdAt,
        List<String> identities) {

    /// What others see.
    public record Card(PlayerId playerId, String name, @Nullable String avatar) {}

    public Profile {
        identities = List.copyOf(identities);
    }

    /// A new guest's.
    public static Profile guest(PlayerId id, Instant now, RandomGenerator dice) {
        String name = PlayerName.any(dice).text();
        return new Profile(id, name, "en", null, null, now, List.of("guest"));
    }

    public Card card() {
        return new Card(playerId, name, avatar);
    }
}

package games.drawbridge.functions.players;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.membership.Badge;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What a player sees of the own account.
///
/// @param locale BCP 47: `pt-BR`
/// @param country ISO 3166-1, two letters
/// @param avatar names one of the title's pictures
/// @param identities names of the providers that lead to this player
/// @param roles `support` or `admin`; players have none
/// @param affiliate who brought the player
public record Profile(
        PlayerId playerId,
        String name,
        String locale,
        @Nullable String country,
        @Nullable String avatar,
        Instant createdAt,
        List<String> identities,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> roles,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String affiliate) {

    /// What others see.
    ///
    /// @param clan that the player is in
    public record Card(
            PlayerId playerId,
            String name,
            @Nullable String avatar,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Badge clan) {

        Card with(@Nullable Badge other) {
            return new Card(playerId, name, avatar, other);
        }
    }

    public Profile {
        identities = List.copyOf(identities);
        roles = List.copyOf(roles);
    }

    /// A new player's.
    ///
    /// @param locale as a provider says, be it `pt_BR`; what is no locale counts as none
    /// @param country likewise
    public static Profile fresh(
            PlayerId id,
            Instant now,
            RandomGenerator dice,
            List<String> identities,
            Optional<String> locale,
            Optional<String> country) {
        return new Profile(
                id,
                PlayerName.any(dice).text(),
                locale.flatMap(PlayerLimits::locale).orElse("en"),
                country.flatMap(PlayerLimits::country).orElse(null),
                null,
                now,
                identities,
                List.of(),
                null);
    }

    /// The same with other identities.
    public Profile reachedBy(List<String> others) {
        return new Profile(
                playerId, name, locale, country, avatar, createdAt, others, roles, affiliate);
    }

    public Card card() {
        return new Card(playerId, name, avatar, null);
    }
}

package games.drawbridge.model.room;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.rating.Skill;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Everything a decision may depend on beside the state: who asks, when, who sits, and the dice.
///
/// @param by who asks; nobody when a timer rang
/// @param at the owner's clock
/// @param seats who sits, in the order they sat down
/// @param dice fresh for every turn and the same for every replay of it
/// @param moderates whether the player who asks looks after what others say
/// @param skill how well the player plays who sits down, where the kind asks for that and it is
///   known
public record Turn(
        @Nullable PlayerId by,
        Instant at,
        List<PlayerId> seats,
        Settings settings,
        RandomGenerator dice,
        boolean moderates,
        @Nullable Skill skill) {

    /// Who asks.
    ///
    /// @throws IllegalStateException when a timer rang
    public PlayerId player() {
        if (by == null) throw new IllegalStateException("nobody asked: a timer rang");
        return by;
    }
}

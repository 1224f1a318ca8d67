package games.drawbridge.model.room;

import games.drawbridge.model.player.PlayerId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A kind whose players look at parts of something large, as at a map: they are not told its
/// events, but the newest values of what they look at. The state is divided into *cells*, each of
/// which holds *values* by key. A key stands in one cell only.
public interface LatestValue<S, M, E> extends Rules<S, M, E> {

    /// A place in the state whose value changed.
    record Spot(String cell, String key) {}

    /// The cells that a player sees without having asked for them.
    default Set<String> home(S state, PlayerId player) {
        return Set.of();
    }

    /// The cells that a player wants to see, in place of those before, where the move says nothing
    /// else. Such a move is answered, but never decided and never logged: looking changes nothing.
    default Optional<Set<String>> look(S state, M move, PlayerId player) {
        return Optional.empty();
    }

    /// All values of a cell, by key.
    Map<String, Object> values(S state, String cell);

    /// One of those; nothing when there is none of that key any more.
    default @Nullable Object value(S state, Spot spot) {
        return values(state, spot.cell()).get(spot.key());
    }

    /// Where values may have changed with an event.
    Set<Spot> changed(S before, E event, S after);
}

package games.drawbridge.model.room;

import java.util.Optional;

/// A kind whose rooms stand where their names say (`chat:world`, `region:north`): nobody makes one,
/// it is there as soon as somebody asks for it, and no list shows it.
public interface WellKnown<S, M, E> extends Rules<S, M, E> {

    /// The room of that name; nothing where this kind has no such room.
    ///
    /// @param name what follows the kind and a colon in the room's id
    Optional<Known> known(String name);
}

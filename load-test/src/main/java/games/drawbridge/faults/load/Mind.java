package games.drawbridge.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// How one player plays a kind of room.
interface Mind {

    /// Unanswered moves that the player may have at once.
    int atOnce();

    /// The room was entered with this state.
    void state(JsonNode state);

    void event(JsonNode body);

    /// The body of a move, if there is one to make now.
    Optional<String> move();

    /// Whether the room is over.
    boolean over();
}

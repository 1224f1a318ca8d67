package games.drawbridge.model.games;

import games.drawbridge.model.lobby.Seek;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.Decision;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.Kind;
import games.drawbridge.model.room.Opening;
import games.drawbridge.model.room.Rules;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.room.Stamp;
import games.drawbridge.model.room.Terms;
import games.drawbridge.model.room.Turn;
import java.util.List;
import java.util.Optional;

/// A room with no rules of its own: a move's body becomes the event's body, byte for byte.
public final class Relay implements Rules<Relay.State, Json, Json> {
    private static final int USUAL_SEATS = 16;

    /// @param size events so far
    public record State(long size) {}

    @Override
    public Kind<State, Json, Json> kind() {
        return new Kind<>("relay", State.class, Json.class, Json.class);
    }

    @Override
    public Terms terms(Settings settings) {
        return new Terms(
                settings.whole("seats", USUAL_SEATS, 2, 64),
                settings.choice("ack", AckLevel.LIVE),
                Terms.USUAL_HOLD);
    }

    @Override
    public State open(Opening opening) {
        return new State(0);
    }

    @Override
    public Decision<Json> decide(State state, Json body, Turn turn) {
        return Decision.accept(body);
    }

    /// In a match that a lobby made `{"gone":PLAYER}` is told, and the lobby finds another player.
    @Override
    public Decision<Json> leave(State state, Turn turn) {
        int left = turn.seats().size() - 1;
        int missing = left == 0 ? 0 : turn.settings().players().size() - left;
        var gone = new Json("{\"gone\":\"%s\"}".formatted(turn.player()));
        return Seek.of(turn, missing, null)
                .<Decision<Json>>map(seek -> Decision.accept(gone).with(seek))
                .orElseGet(Decision::accept);
    }

    @Override
    public Optional<Json> asked(State state, List<Json> events) {
        return Optional.of(events.getFirst());
    }

    @Override
    public State evolve(State state, Json body, Stamp stamp) {
        return new State(stamp.seq());
    }
}

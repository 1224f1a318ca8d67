package games.drawbridge.realtime.room;

import games.drawbridge.model.room.Answer;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Note;
import games.drawbridge.model.room.Purchase;
import games.drawbridge.model.room.RoomState;
import java.time.Instant;
import java.util.function.Consumer;

/// What comes to a room from elsewhere than its players' links.
final class Outside<S, M, E> {
    private final Game<S, M, E> game;
    private final RoomState<S, M, E> state;
    private final Gate gate;
    private final Crowd crowd;
    private final Consumer<Entry<E>> accept;

    /// @param accept logs what was decided
    Outside(
            Game<S, M, E> game,
            RoomState<S, M, E> state,
            Gate gate,
            Crowd crowd,
            Consumer<Entry<E>> accept) {
        this.game = game;
        this.state = state;
        this.gate = gate;
        this.crowd = crowd;
        this.accept = accept;
    }

    void bought(Purchase purchase, Instant now) {
        switch (state.bought(purchase, now)) {
            case Answer.Applied<E>(var entry) -> accept.accept(entry);
            case Answer.Failed<E>(var fault) -> crowd.want(new Out.Fault(fault));
            case Answer.Refused<E> _ -> {}
        }
    }

    /// A note to a room that is over is not taken: it goes back to who wrote it. Nor is one that
    /// the rules fail on.
    void told(Note note, Instant now) {
        // what stands in the log was taken, though the room may have ended since
        boolean taken = state.wasTold(note) || (!state.over() && hears(note, now));
        gate.then(() -> crowd.want(new Out.Noted(note, taken)));
    }

    void seen(Note note, Instant now) {
        if (!state.over()) hears(note, now);
    }

    private boolean hears(Note note, Instant now) {
        try {
            switch (state.told(game.heard(note), now)) {
                case Answer.Applied<E>(var entry) -> accept.accept(entry);
                case Answer.Failed<E>(var fault) -> throw fault;
                case Answer.Refused<E> _ -> {}
            }
            return true;
        } catch (RuntimeException fault) {
            crowd.want(new Out.Fault(fault));
            return false;
        }
    }
}

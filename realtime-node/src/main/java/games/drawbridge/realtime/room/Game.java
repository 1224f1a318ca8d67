package games.drawbridge.realtime.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.LatestValue;
import games.drawbridge.model.room.Memo;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.model.room.Rules;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.json.Jackson;
import games.drawbridge.realtime.log.Batch;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A kind's rules with the JSON of its moves and events.
public final class Game<S, M, E> {
    private final Rules<S, M, E> rules;
    private final ObjectReader moves;
    private final ObjectReader events;
    private final ObjectReader states;

    public Game(Rules<S, M, E> rules) {
        this.rules = rules;
        this.moves = Jackson.strict().readerFor(rules.kind().move());
        this.events = Jackson.lenient().readerFor(rules.kind().event());
        this.states = Jackson.lenient().readerFor(rules.kind().state());
    }

    /// Of its events and state.
    int version() {
        return rules.version();
    }

    /// A room as a snapshot of this version has it.
    RoomState<S, M, E> state(Memo<Json> memo) {
        try {
            S state = states.readValue(memo.state().text());
            return new RoomState<>(rules, memo.with(state));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether players are told values in place of events.
    boolean tellsValues() {
        return rules instanceof LatestValue;
    }

    Rules<S, M, E> rules() {
        return rules;
    }

    /// The move that a player's body asks for.
    ///
    /// @throws BadMove when it is none of this kind
    M move(Json body) throws BadMove {
        try {
            M move = moves.readValue(body.text());
            if (move == null) throw new BadMove("a move is an object");
            return move;
        } catch (JsonProcessingException e) {
            throw new BadMove(e.getOriginalMessage());
        }
    }

    Json json(Object value) {
        if (value instanceof Json json) return json;
        try {
            return new Json(Jackson.lenient().writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Entry<Json> logged(Entry<E> entry) {
        return with(entry, entry.events().stream().map(this::json).toList());
    }

    /// @param version of the rules that wrote it
    Entry<E> played(Entry<Json> entry, int version) {
        return with(entry, entry.events().stream().map(it -> event(it, version)).toList());
    }

    /// A logged entry's events as this player may see them.
    Stream<NodeFrame.Event> told(RoomId room, Batch batch, Entry<Json> entry, PlayerId viewer) {
        return IntStream.range(0, entry.events().size())
                .mapToObj(i -> {
                    Json body = shown(entry.events().get(i), batch.version(), viewer);
                    return event(room, batch.epoch(), entry, entry.firstSeq() + i, body);
                });
    }

    NodeFrame.Event event(RoomId room, long epoch, Entry<Json> entry, long seq, Json body) {
        var cause = entry.cause();
        Long id = cause instanceof Cause.Moved moved ? moved.id() : null;
        return new NodeFrame.Event(room, seq, epoch, entry.at(), cause.by(), id, body);
    }

    private Json shown(Json logged, int version, PlayerId viewer) {
        Json body = today(logged, version);
        E event = event(body, version());
        Object shown = rules.show(event, viewer);
        return shown.equals(event) ? body : json(shown);
    }

    private Json today(Json body, int version) {
        return version == version() ? body : rules.upcast(body, version);
    }

    private E event(Json body, int version) {
        try {
            return events.readValue(today(body, version).text());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <A, B> Entry<B> with(Entry<A> entry, List<B> events) {
        return new Entry<>(
                entry.cause(), entry.at(), entry.seq(), events, entry.effects(), entry.over());
    }

    /// A body that is no move of the kind.
    static final class BadMove extends Exception {
        private static final long serialVersionUID = 1L;

        final String detail;

        BadMove(String detail) {
            super(detail);
            this.detail = detail;
        }
    }
}

package games.drawbridge.realtime.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Blocks;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Hidden;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.LatestValue;
import games.drawbridge.model.room.Memo;
import games.drawbridge.model.room.Note;
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
import org.jspecify.annotations.Nullable;

/// A kind's rules with the JSON of its moves and events.
public final class Game<S, M, E> {
    private final Rules<S, M, E> rules;
    private final Class<M> move;
    private final ObjectReader moves;

    /// Whether a move is any JSON object: whoever decoded its frame has checked that it is one.
    private final boolean takesAny;

    private final ObjectReader events;
    private final ObjectReader states;
    private final @Nullable ObjectReader notes;

    public Game(Rules<S, M, E> rules) {
        this.rules = rules;
        this.move = rules.kind().move();
        this.takesAny = move == (Class<?>) Json.class;
        this.moves = Jackson.strict().readerFor(move);
        this.events = Jackson.lenient().readerFor(rules.kind().event());
        this.states = Jackson.lenient().readerFor(rules.kind().state());
        var note = rules.kind().note();
        this.notes = note == null ? null : Jackson.lenient().readerFor(note);
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
        if (takesAny) return move.cast(body);
        try {
            M read = moves.readValue(body.text());
            if (read == null) throw new BadMove("a move is an object");
            return read;
        } catch (JsonProcessingException e) {
            throw new BadMove(e.getOriginalMessage());
        }
    }

    /// What another room says, as the rules know it; as it came where they hear nobody.
    Note heard(Note note) {
        if (notes == null || !(note.said() instanceof Json said)) return note;
        try {
            return note.with(notes.readValue(said.text()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
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
        return with(entry, jsons(entry.events()));
    }

    /// Most entries have one event.
    private List<Json> jsons(List<E> events) {
        return events.size() == 1
                ? List.of(json(events.getFirst()))
                : events.stream().map(this::json).toList();
    }

    /// @param version of the rules that wrote it
    Entry<E> played(Entry<Json> entry, int version) {
        return with(entry, entry.events().stream().map(it -> event(it, version)).toList());
    }

    /// A logged entry's events as this player may see them.
    Stream<NodeFrame.Event> told(
            RoomId room, Batch batch, Entry<Json> entry, PlayerId viewer, Blocks blocks) {
        return IntStream.range(0, entry.events().size())
                .mapToObj(i -> {
                    Json body = today(entry.events().get(i), batch.version());
                    E event = event(body, version());
                    Object shown = shown(event, entry.cause().by(), viewer, blocks);
                    var seen = shown.equals(event) ? body : json(shown);
                    var frame = event(room, batch.epoch(), entry, entry.firstSeq() + i, seen);
                    return seen(frame, shown);
                });
    }

    /// An event as a player may see it.
    ///
    /// @param by whose it is
    /// @param blocks of whom the player wants to hear nothing
    Object shown(E event, @Nullable PlayerId by, PlayerId viewer, Blocks blocks) {
        boolean blocked = by != null && !blocks.isEmpty() && rules.isSaid(event) && blocks.has(by);
        return blocked ? Hidden.NOTHING : rules.show(event, viewer);
    }

    /// Whether it is what a player says to others.
    boolean isSaid(E event, @Nullable PlayerId by) {
        return by != null && rules.isSaid(event);
    }

    /// The frame, which does not tell either whose it was where nothing is shown of it.
    static NodeFrame.Event seen(NodeFrame.Event frame, Object shown) {
        return shown instanceof Hidden
                ? new NodeFrame.Event(
                        frame.room(),
                        frame.seq(),
                        frame.epoch(),
                        frame.at(),
                        null,
                        null,
                        frame.body())
                : frame;
    }

    NodeFrame.Event event(RoomId room, long epoch, Entry<Json> entry, long seq, Json body) {
        var cause = entry.cause();
        Long id = cause instanceof Cause.Moved moved ? moved.id() : null;
        return new NodeFrame.Event(room, seq, epoch, entry.at(), cause.by(), id, body);
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

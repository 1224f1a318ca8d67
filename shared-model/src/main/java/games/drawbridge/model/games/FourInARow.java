package games.drawbridge.model.games;

import static games.drawbridge.model.room.Decision.accept;
import static games.drawbridge.model.room.Decision.deny;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import games.drawbridge.model.leaderboard.BoardId;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.rating.Placed;
import games.drawbridge.model.room.Decision;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Kind;
import games.drawbridge.model.room.Opening;
import games.drawbridge.model.room.Rules;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.room.Stamp;
import games.drawbridge.model.room.Terms;
import games.drawbridge.model.room.Turn;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Two players drop discs into seven columns; four in a row wins. The maker is red and begins.
public final class FourInARow
        implements Rules<FourInARow.State, FourInARow.Move, FourInARow.Event> {
    public static final BoardId BOARD = new BoardId("four-in-a-row");
    public static final Unit GOLD = new Unit("gold");
    public static final long PRIZE = 10;
    private static final String CLOCK = "turn";

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Drop.class, name = "drop"),
        @JsonSubTypes.Type(value = Resign.class, name = "resign"),
    })
    public sealed interface Move {}

    /// `{"drop":3}`
    public record Drop(@JsonValue int column) implements Move {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Drop {}
    }

    /// `{"resign":true}`
    public record Resign(@JsonValue boolean really) implements Move {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Resign {
            if (!really) throw new IllegalArgumentException("resign must be true");
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Dropped.class, name = "dropped"),
        @JsonSubTypes.Type(value = Over.class, name = "over"),
    })
    public sealed interface Event {}

    /// `{"dropped":{"column":3,"row":0,"disc":"red"}}`
    public record Dropped(int column, int row, Disc disc) implements Event {}

    /// `{"over":{"winner":"ann","why":"four"}}`
    public record Over(@JsonValue Result result) implements Event {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Over {}
    }

    /// @param winner nobody when the grid is full, or nobody came to play
    public record Result(@Nullable PlayerId winner, Why why) {}

    public enum Why {
        @JsonProperty("four")
        FOUR,
        @JsonProperty("full")
        FULL,
        @JsonProperty("resigned")
        RESIGNED,
        @JsonProperty("time")
        TIME
    }

    /// @param deadline when the turn ends, milliseconds since 1970; absent unless a game is on
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record State(
            Grid board,
            Disc turn,
            Players players,
            int turnSeconds,
            @Nullable Long deadline,
            @Nullable Result over) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Players(PlayerId red, @Nullable PlayerId yellow) {
        @Nullable PlayerId of(Disc disc) {
            return disc == Disc.RED ? red : yellow;
        }
    }

    @Override
    public Kind<State, Move, Event> kind() {
        return new Kind<>("four-in-a-row", State.class, Move.class, Event.class);
    }

    /// Version 2 says how a match came out ([Effect.Rate]), which version 1 could not read.
    @Override
    public int version() {
        return 2;
    }

    @Override
    public int oldest() {
        return 1;
    }

    @Override
    public Terms terms(Settings settings) {
        return Terms.seats(2);
    }

    @Override
    public State open(Opening opening) {
        int turnSeconds = opening.settings().whole("turnSeconds", 30, 5, 300);
        var players = new Players(opening.maker(), null);
        return new State(Grid.EMPTY, Disc.RED, players, turnSeconds, null, null);
    }

    @Override
    public Decision<Event> admit(State state, Turn turn) {
        return Decision.<Event>accept().with(clock(state, turn));
    }

    @Override
    public State seated(State state, Stamp stamp) {
        if (stamp.player().equals(state.players.red)) return state;
        var players = new Players(state.players.red, stamp.player());
        return new State(
                state.board,
                state.turn,
                players,
                state.turnSeconds,
                deadline(state, stamp.at()),
                null);
    }

    @Override
    public Decision<Event> decide(State state, Move move, Turn turn) {
        if (state.players.yellow == null) return deny("not-started");
        return switch (move) {
            case Resign _ -> end(state, turn, other(state, turn.player()), Why.RESIGNED);
            case Drop(int column) -> drop(state, column, turn);
        };
    }

    @Override
    public Optional<Move> asked(State state, List<Event> events) {
        return Optional.of(
                switch (events.getFirst()) {
                    case Dropped(int column, _, _) -> new Drop(column);
                    case Over _ -> new Resign(true);
                });
    }

    private Decision<Event> drop(State state, int column, Turn turn) {
        if (!turn.player().equals(state.players.of(state.turn))) return deny("not-your-turn");
        if (!state.board.has(column)) return deny("no-such-column");
        int row = state.board.rest(column);
        if (row == Grid.ROWS) return deny("column-full");

        Event dropped = new Dropped(column, row, state.turn);
        Grid board = state.board.with(column, row, state.turn);
        if (board.four(column, row)) return end(state, turn, turn.player(), Why.FOUR, dropped);
        if (board.full()) return end(state, turn, null, Why.FULL, dropped);
        return accept(dropped).with(clock(state, turn));
    }

    @Override
    public Decision<Event> leave(State state, Turn turn) {
        return end(state, turn, other(state, turn.player()), Why.RESIGNED);
    }

    @Override
    public Decision<Event> timeUp(State state, String timer, Turn turn) {
        return end(state, turn, state.players.of(state.turn.other()), Why.TIME);
    }

    private static Decision<Event> end(
            State state, Turn turn, @Nullable PlayerId winner, Why why, Event... before) {
        var events = new ArrayList<>(List.of(before));
        events.add(new Over(new Result(winner, why)));
        var effects = new ArrayList<Effect>(List.of(new Effect.StopTimer(CLOCK)));
        if (winner != null) {
            effects.add(new Effect.Score(BOARD, winner, 1));
            effects.add(new Effect.Grant(winner, GOLD, PRIZE));
        }
        rate(state, turn, winner).ifPresent(effects::add);
        return new Decision.Accepted<>(events, effects);
    }

    /// A match that a lobby has made counts for its players' ratings.
    private static Optional<Effect> rate(State state, Turn turn, @Nullable PlayerId winner) {
        var red = state.players.red;
        var yellow = state.players.yellow;
        if (yellow == null) return Optional.empty();
        return turn.settings()
                .mode()
                .map(mode ->
                        new Effect.Rate(
                                mode, List.of(placed(red, winner), placed(yellow, winner))));
    }

    private static Placed placed(PlayerId player, @Nullable PlayerId winner) {
        return new Placed(winner == null || winner.equals(player) ? 1 : 2, List.of(player));
    }

    @Override
    public State evolve(State state, Event event, Stamp stamp) {
        return switch (event) {
            case Dropped(int column, int row, Disc disc) ->
                    new State(
                            state.board.with(column, row, disc),
                            disc.other(),
                            state.players,
                            state.turnSeconds,
                            deadline(state, stamp.at()),
                            null);
            case Over(Result result) ->
                    new State(
                            state.board,
                            state.turn,
                            state.players,
                            state.turnSeconds,
                            null,
                            result);
        };
    }

    @Override
    public boolean over(State state) {
        return state.over != null;
    }

    @Override
    public Map<String, Long> figures(State state, PlayerId player) {
        var disc = player.equals(state.players.red) ? Disc.RED : Disc.YELLOW;
        boolean won = state.over != null && player.equals(state.over.winner);
        return Map.of("discs", state.board.count(disc), "won", won ? 1L : 0L);
    }

    private static @Nullable PlayerId other(State state, PlayerId player) {
        return player.equals(state.players.red) ? state.players.yellow : state.players.red;
    }

    private static Effect clock(State state, Turn turn) {
        return new Effect.SetTimer(CLOCK, Instant.ofEpochMilli(deadline(state, turn.at())));
    }

    private static long deadline(State state, Instant from) {
        return from.plusSeconds(state.turnSeconds).toEpochMilli();
    }
}

package games.drawbridge.model.room;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A kind of room: one pure class. It reads no clock, throws no dice of its own and does no I/O, so
/// a game can be tested without a server and replayed from its log.
///
/// @param <S> the state: a record
/// @param <M> the moves: a record, or a sealed family of them
/// @param <E> the events: a record, or a sealed family of them
public interface Rules<S, M, E> {

    Kind<S, M, E> kind();

    /// What these settings mean for the platform.
    ///
    /// @throws Settings.BadSetting when a setting is not one the kind offers
    Terms terms(Settings settings);

    /// The state before anything happened.
    ///
    /// @throws Settings.BadSetting when a setting is not one the kind offers
    S open(Opening opening);

    /// Whether a seated player's move is accepted, and what then happens.
    Decision<E> decide(S state, M move, Turn turn);

    /// The state after one more event. Never refuses: what the log says has happened.
    S evolve(S state, E event, Stamp stamp);

    /// Whether one more player may sit down (a seat is free), and what then happens.
    default Decision<E> admit(S state, Turn turn) {
        return Decision.accept();
    }

    /// The state once a player has sat down.
    default S seated(S state, Stamp stamp) {
        return state;
    }

    /// What happens when a seated player gives the seat back, or did not return in time. Nobody can
    /// be kept in a room, so a denial counts as "nothing happens".
    default Decision<E> leave(S state, Turn turn) {
        return Decision.accept();
    }

    /// The state once a player has left.
    default S left(S state, Stamp stamp) {
        return state;
    }

    /// What happens when a timer that an earlier turn set rings.
    default Decision<E> timeUp(S state, String timer, Turn turn) {
        return Decision.accept();
    }

    /// What happens when an operator closes the room, which is over then: stakes may go back to
    /// whom they came from. A denial counts as "nothing happens".
    default Decision<E> closed(S state, Turn turn) {
        return Decision.accept();
    }

    /// What happens when a seated player has bought something, here or anywhere else, while the
    /// room is open. The goods are in the wallet whatever is answered; where nothing is to happen,
    /// nothing is logged.
    ///
    /// @param goods what came, and how much of each
    default Decision<E> bought(S state, Map<Unit, Long> goods, Turn turn) {
        return Decision.accept();
    }

    /// What happens when another room tells something ([Effect.Tell]), whoever sits here. Where
    /// nothing is to happen, nothing is logged. Two notes may come in another order than they were
    /// sent in.
    default Decision<E> told(S state, Note note, Turn turn) {
        return Decision.accept();
    }

    /// The state as this player may see it; as a stranger may when there is no viewer.
    default Object view(S state, @Nullable PlayerId viewer) {
        return state;
    }

    /// The event as this player may see it. Return the same object to all who may see the same: it
    /// is then encoded once.
    default Object show(E event, @Nullable PlayerId viewer) {
        return event;
    }

    /// The state as a player may see it who wants to hear nothing of some.
    default Object view(S state, @Nullable PlayerId viewer, Blocks blocks) {
        return view(state, viewer);
    }

    /// Whether an event says something to others: who has blocked its player is shown [Hidden] in
    /// its place.
    default boolean isSaid(E event) {
        return false;
    }

    /// Whether a move says something to others: who is kept out of chats cannot make it.
    default boolean isTalk(M move) {
        return false;
    }

    /// Whether the rules are told how well a player plays who sits down: [Turn#skill].
    default boolean asksForSkill() {
        return false;
    }

    /// Whether nothing can happen any more. Then the room is closed and its log archived.
    default boolean over(S state) {
        return false;
    }

    /// What this kind counts of a player when the room is over, by name; beside moves, time, points
    /// and prizes, which are counted of every kind.
    default Map<String, Long> figures(S state, PlayerId player) {
        return Map.of();
    }

    /// The move that a player must have asked for when it came to these events, where they tell: a
    /// log has no moves, and only its check decides again.
    ///
    /// @param events what came of it, one at least
    default Optional<M> asked(S state, List<E> events) {
        return Optional.empty();
    }

    /// The version of these rules' events and state, from 1. One more with every change that the
    /// rules before could not go on with.
    default int version() {
        return 1;
    }

    /// The oldest version whose rooms these rules can go on with.
    default int oldest() {
        return version();
    }

    /// An event of an older version, as these rules would have written it.
    ///
    /// @param version of the rules that wrote it, from [#oldest] on and below [#version]
    default Json upcast(Json event, int version) {
        return event;
    }
}

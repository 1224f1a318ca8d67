package games.drawbridge.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.room.Answer;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Purchase;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.replay.Film.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Decides everything in a log again: from the same cause, at the same time, with the same dice.
final class Check<S, M, E> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Film<S, M, E> film;
    private final RoomState<S, M, E> room;
    private long decided;
    private long folded;

    Check(Film<S, M, E> film) {
        this.film = film;
        this.room = film.room();
    }

    /// The first thing that today's rules would have done otherwise, in a sentence.
    ///
    /// @param to seq of the last event to look at
    Optional<String> firstDifference(long to) {
        for (var frame : film.frames()) {
            if (!frame.entry().events().isEmpty() && frame.entry().firstSeq() > to) break;
            var difference = difference(frame);
            if (difference.isPresent()) return Optional.of(where(frame) + difference.get());
        }
        return Optional.empty();
    }

    /// How many entries were decided again.
    long decided() {
        return decided;
    }

    /// How many could only be applied: moves of which nothing is known but what came of them.
    long folded() {
        return folded;
    }

    private static String where(Frame<?> frame) {
        return "at seq %d, epoch %d, where %s: "
                .formatted(
                        frame.logged().seq(),
                        frame.epoch(),
                        Screening.words(frame.logged().cause()));
    }

    private Optional<String> difference(Frame<E> frame) {
        long expected = room.seq() + frame.entry().events().size();
        if (frame.entry().seq() != expected)
            return Optional.of("its seq would be " + expected + ".");
        var entry = frame.entry();
        var at = entry.when();
        return switch (entry.cause()) {
            case Cause.Opened _ -> Optional.of("a room is opened once.");
            case Cause.Sat(var by, var skill) ->
                    room.sits(by)
                            ? Optional.of("they sit already.")
                            : asked(frame, room.sit(by, skill, at));
            case Cause.Left(var by) -> happened(frame, room.leave(by, at), "nobody sits there.");
            case Cause.Rang(var timer) -> rang(frame, timer, at);
            case Cause.Bought(var by, var id, var goods) ->
                    asked(frame, room.bought(new Purchase(id, by, goods), at));
            case Cause.Closed(var operator, var why) ->
                    happened(frame, room.close(operator, why, at), "it is over already.");
            case Cause.Told _ -> folded(frame);
            case Cause.Moved moved -> moved(frame, moved, at);
        };
    }

    private Optional<String> rang(Frame<E> frame, String timer, Instant at) {
        return happened(frame, room.ring(at), "no timer is due: " + timer + ".");
    }

    private Optional<String> happened(Frame<E> frame, Optional<Entry<E>> today, String otherwise) {
        return today.map(entry -> compared(frame, entry)).orElse(Optional.of(otherwise));
    }

    private Optional<String> moved(Frame<E> frame, Cause.Moved moved, Instant at) {
        var events = frame.entry().events();
        var move =
                events.isEmpty() ? Optional.<M>empty() : film.rules().asked(room.state(), events);
        if (move.isPresent()) {
            var again = room.move(moved.by(), moved.id(), moved.moderates(), move.get(), at);
            return asked(frame, again);
        }
        return folded(frame);
    }

    /// What another room said stands in its own log.
    private Optional<String> folded(Frame<E> frame) {
        folded++;
        room.apply(frame.entry());
        return overness(frame.entry().over(), room.over());
    }

    private Optional<String> asked(Frame<E> frame, Answer<E> answer) {
        return switch (answer) {
            case Answer.Refused<E>(var code, var detail) ->
                    Optional.of("today it is refused: " + code.word() + ", " + detail + ".");
            case Answer.Failed<E>(var fault) ->
                    Optional.of("today the rules fail on it: " + fault + ".");
            case Answer.Applied<E>(var entry) -> compared(frame, entry);
        };
    }

    private Optional<String> compared(Frame<E> frame, Entry<E> today) {
        decided++;
        var logged = frame.logged();
        if (!logged.cause().equals(today.cause()))
            return Optional.of("today " + Screening.words(today.cause()) + " first.");
        if (!trees(logged.events()).equals(trees(today.events())))
            return differs("events", logged.events(), today.events());
        if (!trees(logged.effects()).equals(trees(today.effects())))
            return differs("effects", logged.effects(), today.effects());
        return overness(logged.over(), today.over());
    }

    private static Optional<String> differs(String what, List<?> logged, List<?> today) {
        return Optional.of(
                "the %s in the log are %s, today they are %s."
                        .formatted(what, trees(logged), trees(today)));
    }

    private static Optional<String> overness(boolean logged, boolean today) {
        if (logged == today) return Optional.empty();
        return Optional.of(
                "the log says that the room %s over, today it %s."
                        .formatted(logged ? "is" : "is not", today ? "is" : "is not"));
    }

    /// Each by itself: in a list of another type a value would not name its own.
    private static List<JsonNode> trees(List<?> values) {
        return values.stream().map(Check::tree).toList();
    }

    private static JsonNode tree(Object value) {
        try {
            return JSON.readTree(JsonText.write(value));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

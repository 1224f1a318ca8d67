package games.drawbridge.replay;

import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.log.Batch;
import games.drawbridge.functions.rooms.Recording;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.model.room.Rules;
import java.util.ArrayList;
import java.util.List;

/// A recording as the rules of its kind understand it.
///
/// @param frames what was logged after the opening, in order
record Film<S, M, E>(Rules<S, M, E> rules, Entry<Json> opening, List<Frame<E>> frames) {

    /// @param logged the very entry, but for events that are older than the rules: as they would
    ///   write them today
    record Frame<E>(long epoch, Entry<Json> logged, Entry<E> entry) {}

    /// @throws Failure when the recording cannot be played
    static <S, M, E> Film<S, M, E> of(Rules<S, M, E> rules, Recording recording) {
        var frames = new ArrayList<Frame<E>>();
        Entry<Json> opening = null;
        for (var batch : recording.batches())
            for (var entry : batch.entries())
                if (opening == null) opening = entry;
                else frames.add(frame(rules, batch, entry));
        if (opening == null) throw new Failure("nobody has opened room " + recording.room() + ".");
        return new Film<>(rules, opening, frames);
    }

    private static <E> Frame<E> frame(Rules<?, ?, E> rules, Batch batch, Entry<Json> entry) {
        var today =
                entry.events().stream().map(event -> today(rules, batch.version(), event)).toList();
        var events =
                today.stream()
                        .map(event -> JsonText.read(event.text(), rules.kind().event()))
                        .toList();
        return new Frame<>(batch.epoch(), with(entry, today), with(entry, events));
    }

    private static Json today(Rules<?, ?, ?> rules, int version, Json event) {
        if (version > rules.version())
            throw new Failure(
                    "the log was written by version %d of the rules, and these are version %d."
                            .formatted(version, rules.version()));
        return version < rules.version() ? rules.upcast(event, version) : event;
    }

    private static <A, B> Entry<B> with(Entry<A> entry, List<B> events) {
        return new Entry<>(
                entry.cause(), entry.at(), entry.seq(), events, entry.effects(), entry.over());
    }

    /// The room at its opening.
    ///
    /// @throws Failure when the log does not begin with it
    RoomState<S, M, E> room() {
        if (opening.cause() instanceof Cause.Opened opened)
            return new RoomState<>(rules, opened, opening.when());
        throw new Failure("the log does not begin with the room's opening.");
    }
}

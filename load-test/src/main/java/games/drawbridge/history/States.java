package games.drawbridge.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import games.drawbridge.model.room.Blocks;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.model.room.Rules;
import games.drawbridge.realtime.json.Jackson;
import games.drawbridge.realtime.log.Batch;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Folds a log anew and compares every state that a player was shown.
final class States {
    private final Map<Long, List<Line.Joined>> shown = new HashMap<>();

    void add(Line.Joined joined) {
        shown.computeIfAbsent(joined.seq(), _ -> new ArrayList<>()).add(joined);
    }

    /// Those whose state is none that the log ever had at their seq.
    <S, M, E> List<Line.Joined> wrong(Rules<S, M, E> rules, List<Batch> batches) {
        var events = Jackson.lenient().readerFor(rules.kind().event());
        RoomState<S, M, E> state = null;
        for (Batch batch : batches)
            for (var entry : batch.entries()) {
                if (entry.cause() instanceof Cause.Opened opened)
                    state = new RoomState<>(rules, opened, entry.when());
                else if (state != null) state.apply(played(entry, events));
                if (state != null) compare(state);
            }
        return shown.values().stream().flatMap(List::stream).toList();
    }

    private void compare(RoomState<?, ?, ?> state) {
        var there = shown.get(state.seq());
        if (there != null)
            there.removeIf(joined ->
                    Hash.of(json(state.view(joined.player(), Blocks.NONE))).equals(joined.state()));
    }

    private static <E> Entry<E> played(Entry<Json> entry, ObjectReader events) {
        List<E> bodies = new ArrayList<>();
        try {
            for (Json body : entry.events()) bodies.add(events.readValue(body.text()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        return new Entry<>(
                entry.cause(), entry.at(), entry.seq(), bodies, entry.effects(), entry.over());
    }

    private static String json(Object view) {
        try {
            return Jackson.lenient().writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

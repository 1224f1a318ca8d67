package games.drawbridge.functions.rooms;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.log.Batch;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Hidden;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Rules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a room's log: its events as the viewer may see them, and who sat down meanwhile.
final class RoomLog {
    private static final Json HIDDEN = new Json(JsonText.write(Hidden.NOTHING));

    private final RoomId room;
    private final Rules<?, ?, ?> rules;
    private final PlayerId viewer;
    private final long after;
    private final int limit;
    private final List<Event> events = new ArrayList<>();
    private final List<Seated> seats = new ArrayList<>();

    /// @param after events up to this seq are left out
    /// @param limit events at most
    RoomLog(RoomId room, Rules<?, ?, ?> rules, PlayerId viewer, long after, int limit) {
        this.room = room;
        this.rules = rules;
        this.viewer = viewer;
        this.after = after;
        this.limit = limit;
    }

    /// As the realtime contract's `event` frame has it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(
            RoomId room,
            long seq,
            long epoch,
            long at,
            @Nullable PlayerId by,
            @Nullable Long id,
            Json body) {}

    /// @param at milliseconds since 1970
    /// @param seq of the newest event when the player sat down
    record Seated(PlayerId player, long at, long seq) {}

    /// Takes what belongs on the page; false when it is full.
    boolean read(Batch batch) {
        for (var entry : batch.entries()) {
            if (isFull()) return false;
            read(batch, entry);
        }
        return !isFull();
    }

    private boolean isFull() {
        return events.size() == limit;
    }

    private void read(Batch batch, Entry<Json> entry) {
        long seq = entry.firstSeq();
        var seated = seated(entry.cause());
        if (seq > after && seated != null) seats.add(new Seated(seated, entry.at(), seq - 1));
        for (Json body : entry.events()) {
            if (seq > after && !isFull()) keep(batch, entry, seq, body);
            seq++;
        }
    }

    private static @Nullable PlayerId seated(Cause cause) {
        return switch (cause) {
            case Cause.Opened(var by, _, _, _) -> by;
            case Cause.Sat(var by, _) -> by;
            case Cause.Moved _,
                    Cause.Left _,
                    Cause.Rang _,
                    Cause.Bought _,
                    Cause.Told _,
                    Cause.Closed _ ->
                    null;
        };
    }

    /// @throws Problem 503 `log-gap` when what lies between is away: rather nothing than half
    private void keep(Batch batch, Entry<Json> entry, long seq, Json body) {
        dropStale(batch, seq);
        if (seq != after + events.size() + 1)
            throw Problem.unavailable(
                    "log-gap",
                    "a part of this room's log is away",
                    new IllegalStateException(room + " has no event before " + seq));
        var cause = entry.cause();
        Json shown = show(rules, batch.version(), body, viewer);
        boolean hidden = shown.equals(HIDDEN) && !body.equals(HIDDEN);
        Long id = cause instanceof Cause.Moved moved && !hidden ? Long.valueOf(moved.id()) : null;
        var by = hidden ? null : cause.by();
        events.add(new Event(room, seq, batch.epoch(), entry.at(), by, id, shown));
    }

    /// A live log that lost its newest batches may have let an owner of before write once more.
    /// What the later owner wrote is what happened.
    private void dropStale(Batch batch, long seq) {
        long kept = seq - after - 1;
        if (kept >= events.size() || events.getLast().epoch() >= batch.epoch()) return;
        events.subList((int) kept, events.size()).clear();
        seats.removeIf(seat -> seat.seq() >= seq);
    }

    /// The very text of the log where the viewer sees all of it.
    ///
    /// @param version of the rules that wrote it
    /// @throws Problem 503 `newer-rules` when this program does not know them yet
    static <E> Json show(Rules<?, ?, E> rules, int version, Json body, PlayerId viewer) {
        if (version > rules.version())
            throw Problem.unavailable("newer-rules", "this room's rules are newer than ours");
        Json today = version < rules.version() ? rules.upcast(body, version) : body;
        E event = JsonText.read(today.text(), rules.kind().event());
        Object shown = rules.show(event, viewer);
        return shown.equals(event) ? today : new Json(JsonText.write(shown));
    }

    List<Event> events() {
        return events;
    }

    List<Seated> seats() {
        return seats;
    }
}

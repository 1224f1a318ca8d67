package games.drawbridge.functions.rooms;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a room's log from its beginning and keeps one page of its events, and who sat down when.
final class RoomLog {
    private final RoomId room;
    private final long after;
    private final int limit;
    private final List<Event> events = new ArrayList<>();
    private final List<Seated> seats = new ArrayList<>();
    private long head;
    private boolean over;

    /// @param after events up to this seq are left out
    /// @param limit events at most
    RoomLog(RoomId room, long after, int limit) {
        this.room = room;
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
            Json body) {

        Event showing(Json shown) {
            return new Event(room, seq, epoch, at, by, id, shown);
        }
    }

    /// @param at milliseconds since 1970
    /// @param seq of the newest event when the player sat down
    record Seated(PlayerId player, long at, long seq) {}

    void read(Batch batch) {
        batch.entries().forEach(entry -> read(batch.epoch(), entry));
    }

    private void read(long epoch, Entry<Json> entry) {
        var cause = entry.cause();
        switch (cause) {
            case Cause.Opened(var by, _, _, _) -> seats.add(new Seated(by, entry.at(), 0));
            case Cause.Sat(var by) -> seats.add(new Seated(by, entry.at(), head));
            case Cause.Moved _, Cause.Left _, Cause.Rang _ -> {}
        }
        Long id = cause instanceof Cause.Moved moved ? Long.valueOf(moved.id()) : null;
        long seq = entry.firstSeq();
        for (Json body : entry.events())
            keep(new Event(room, seq++, epoch, entry.at(), cause.by(), id, body));
        head = entry.seq();
        over |= entry.over();
    }

    private void keep(Event event) {
        if (event.seq() > after && events.size() < limit) events.add(event);
    }

    List<Event> events() {
        return events;
    }

    List<Seated> seats() {
        return seats;
    }

    /// Seq of the newest event.
    long head() {
        return head;
    }

    boolean over() {
        return over;
    }
}

package games.drawbridge.realtime.room;

import games.drawbridge.model.room.Note;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.placement.NotesTable;
import games.drawbridge.realtime.placement.Records;
import java.util.List;
import java.util.function.Consumer;

/// What other rooms tell a room: read a page at a time, and the next one when what came of all of
/// this one is safe and marked. So few are ever logged and not marked, and the room remembers more.
/// On the room's thread.
final class Postbox {
    private final RoomId room;
    private final Records records;
    private final Consumer<Runnable> thread;
    private final Consumer<List<Note>> hear;
    private final Runnable idle;
    private int waiting;
    private boolean reading;
    private boolean again;
    private boolean more;
    private boolean taking;

    /// @param thread the room's
    /// @param hear goes to the room, which says [#dealt] of each
    /// @param idle called when all that was told is dealt with
    Postbox(
            RoomId room,
            Records records,
            Consumer<Runnable> thread,
            Consumer<List<Note>> hear,
            Runnable idle) {
        this.room = room;
        this.records = records;
        this.thread = thread;
        this.hear = hear;
        this.idle = idle;
    }

    /// Something may have come.
    void look() {
        if (!isIdle()) {
            again = true;
            return;
        }
        again = false;
        reading = true;
        records.notes(room).thenAccept(notes -> thread.accept(() -> read(notes)));
    }

    private void read(List<Note> notes) {
        reading = false;
        waiting = notes.size();
        more = notes.size() == NotesTable.PAGE;
        taking = false;
        if (notes.isEmpty()) next();
        else hear.accept(notes);
    }

    /// The room has dealt with a note, and what came of it is safe.
    void dealt(Note note, boolean taken) {
        if (!taken) {
            done();
            return;
        }
        taking = true;
        records.taken(room, note).thenRun(() -> thread.accept(this::done));
    }

    private void done() {
        if (--waiting == 0) next();
    }

    /// A page of which nothing could be taken is not read again for its own sake.
    private void next() {
        if (again || (more && taking)) look();
        else idle.run();
    }

    /// Whether nothing is read, and nothing logged that is not marked as taken.
    boolean isIdle() {
        return !reading && waiting == 0;
    }
}

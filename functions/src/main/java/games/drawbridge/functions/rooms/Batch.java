package games.drawbridge.functions.rooms;

import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an owner appended to a room's log at once.
///
/// @param epoch the ownership that wrote it
record Batch(long epoch, List<Entry<Json>> entries) {
    Batch(long epoch, @Nullable List<Entry<Json>> entries) {
        this.epoch = epoch;
        this.entries = entries == null ? List.of() : List.copyOf(entries);
    }
}

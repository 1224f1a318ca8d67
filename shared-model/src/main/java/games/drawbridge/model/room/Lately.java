package games.drawbridge.model.room;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ids of what a room was lately told and made something of, so that it does so once of each.
final class Lately {
    /// Purchases that are remembered. One is told again within two minutes or never, and no room's
    /// players buy as much in that time.
    static final int PURCHASES = 256;

    /// Notes that are remembered. An owner takes 64 at a time, and no more before those are marked
    /// as taken: sixteen owners would have to die one after the other before one is forgotten.
    static final int NOTES = 1_024;

    private final int most;
    private final LinkedHashSet<String> ids = new LinkedHashSet<>();

    /// @param before absent where nothing is known of any
    Lately(int most, @Nullable List<String> before) {
        this.most = most;
        if (before != null) ids.addAll(before);
    }

    boolean has(String id) {
        return ids.contains(id);
    }

    void add(String id) {
        ids.add(id);
        if (ids.size() > most) ids.removeFirst();
    }

    /// The oldest first; nothing where there are none.
    @Nullable List<String> orNone() {
        return ids.isEmpty() ? null : all();
    }

    List<String> all() {
        return List.copyOf(ids);
    }
}

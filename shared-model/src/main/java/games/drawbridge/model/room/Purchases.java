package games.drawbridge.model.room;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The purchases that a room lately made something of, so that it does so once of each.
final class Purchases {
    /// So many are remembered. One is told again within two minutes or never, and no room's players
    /// buy as much in that time.
    private static final int MOST = 256;

    private final LinkedHashSet<String> ids = new LinkedHashSet<>();

    /// @param before absent where nothing is known of any
    Purchases(@Nullable List<String> before) {
        if (before != null) ids.addAll(before);
    }

    boolean has(Purchase purchase) {
        return ids.contains(purchase.id());
    }

    void add(String id) {
        ids.add(id);
        if (ids.size() > MOST) ids.removeFirst();
    }

    /// The oldest first.
    List<String> all() {
        return List.copyOf(ids);
    }
}

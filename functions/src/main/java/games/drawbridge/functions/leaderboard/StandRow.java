package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.leaderboard.tree.Key;
import java.util.Optional;

/// A stand as a row.
final class StandRow {
    private StandRow() {}

    static Row fill(Row key, Stand stand) {
        key.with("v", stand.batch());
        stand.here()
                .ifPresent(spot -> key.with("here", spot.key().bytes()).with("c", spot.country()));
        stand.was()
                .ifPresent(spot -> key.with("was", spot.key().bytes()).with("wc", spot.country()));
        return key;
    }

    static Stand stand(Row row) {
        return new Stand(row.number("v"), spot(row, "here", "c"), spot(row, "was", "wc"));
    }

    private static Optional<Stand.Spot> spot(Row row, String key, String country) {
        return row.has(key)
                ? Optional.of(new Stand.Spot(Key.of(row.bytes(key)), row.text(country)))
                : Optional.empty();
    }
}

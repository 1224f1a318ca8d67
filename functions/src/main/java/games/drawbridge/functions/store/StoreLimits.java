package games.drawbridge.functions.store;

import java.time.Duration;

/// Lengths and ages of the store.
final class StoreLimits {
    /// How old the catalogue in a function's memory may be: an edit is on sale within a minute, and
    /// a price that changed in between is refused by `expectedPrice`.
    static final Duration CATALOGUE = Duration.ofMinutes(1);

    /// Characters of a sku, as the catalogue has it.
    static final int SKU = 64;

    /// Characters of a currency's name, as a unit has it.
    static final int CURRENCY = 32;

    private StoreLimits() {}
}

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

    /// The most of anything in one place of a catalogue: sums of it stay far from the end of a
    /// long.
    static final long AMOUNT = 1_000_000_000;

    /// Things in a short list of a catalogue, such as an item's sales.
    static final int LIST = 32;

    /// Requirements of an item: each may be one more row of its order's transaction.
    static final int REQUIREMENTS = 5;

    /// Levels that a player may reach.
    static final int LEVELS = 1_000;

    /// Currencies that a pack is sold in.
    static final int PRICES = 200;

    /// Goods of a title.
    static final int GOODS = 2_000;

    /// Items, and packs: a client gets them all at once.
    static final int ITEMS = 500;

    private StoreLimits() {}
}

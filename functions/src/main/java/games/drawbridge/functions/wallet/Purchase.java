package games.drawbridge.functions.wallet;

import games.drawbridge.model.player.PlayerId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What an order adds to its transaction: it counts against the item's limit, and its receipt is
/// written in the same moment.
///
/// @param limit how many the player may ever buy; absent: any number
/// @param key the idempotency key
/// @param receipt made of the balances that the transaction changed
public record Purchase(
        PlayerId player,
        String sku,
        int quantity,
        @Nullable Integer limit,
        String key,
        Function<List<Balance>, Receipt> receipt) {}

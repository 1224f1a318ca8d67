package games.drawbridge.model.store;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Unit;
import java.util.Map;

/// A player in front of the store.
///
/// @param balances of the units that somebody may ask about
/// @param bought by sku
public record Customer(PlayerId player, Map<Unit, Long> balances, Map<String, Bought> bought) {
    public Customer {
        balances = Map.copyOf(balances);
        bought = Map.copyOf(bought);
    }

    long holds(Unit unit) {
        return balances.getOrDefault(unit, 0L);
    }

    Bought bought(String sku) {
        return bought.getOrDefault(sku, Bought.NOTHING);
    }
}

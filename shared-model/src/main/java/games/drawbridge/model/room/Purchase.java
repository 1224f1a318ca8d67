package games.drawbridge.model.room;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Unit;
import java.util.Map;

/// What a player has bought, as rooms are told of it.
///
/// @param id the same however often it is told
/// @param goods what came into the wallet, and how much of each
public record Purchase(String id, PlayerId by, Map<Unit, Long> goods) {
    public Purchase {
        goods = Map.copyOf(goods);
    }
}

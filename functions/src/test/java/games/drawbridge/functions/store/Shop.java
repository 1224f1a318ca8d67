package games.drawbridge.functions.store;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.Call;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.functions.wallet.WalletTable;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/// The store of a world and the gold that players bring.
record Shop(World world) {

    Call order(String player, String key, String body) {
        return world.post("/v1/store/orders", body).as(player).header("idempotency-key", key);
    }

    void gold(String player, long amount) {
        give(player, "gold", amount);
    }

    void give(String player, String unit, long amount) {
        var aws = new Aws(world.environment("ApplyEffects"));
        var id = UUID.randomUUID().toString();
        new WalletTable(aws, InstantSource.system(), new SecureRandom())
                .apply(Transaction.prize(id, new PlayerId(player), new Unit(unit), amount));
    }
}

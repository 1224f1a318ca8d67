package games.drawbridge.functions.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Bought;
import games.drawbridge.model.wallet.Account;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WalletHoldingTest {
    private static final PlayerId ANN = new PlayerId("ann");
    private static final PlayerId BOB = new PlayerId("bob");
    private static final Unit GOLD = new Unit("gold");

    private final World world = World.open();
    private final Aws aws = new Aws(world.environment("RunJobs"));
    private final WalletHolding holding = new WalletHolding(aws, InstantSource.system());
    private final WalletTable wallets =
            new WalletTable(aws, InstantSource.system(), new SecureRandom());
    private final BoughtTable bought = new BoughtTable(aws);

    @Test
    void whatIsOwedGoesWithWhoOwesIt() {
        owe(ANN, 7);
        wallets.apply(Transaction.prize("p", BOB, GOLD, 10));
        holding.move(ANN, BOB);
        assertThat(Ledger.of(world).balance("bob", "gold")).isEqualTo(3);
        assertThat(Ledger.of(world).balance("ann", "debt:gold")).isZero();
        owe(BOB, 5);
        holding.erase(BOB);
        assertThat(Ledger.of(world).balance("bob", "debt:gold")).isZero();
        Ledger.of(world).holds();
    }

    @Test
    void aLimitIsNotEscapedByMerging() {
        buys(ANN, "disc", new Bought(2, Map.of("2026-11", 1L, "2026-W48", 1L)));
        buys(ANN, "cap", new Bought(1, Map.of()));
        buys(BOB, "disc", new Bought(3, Map.of("2026-11", 2L)));
        holding.move(ANN, BOB);
        holding.move(ANN, BOB);
        assertThat(bought.of(BOB))
                .containsEntry("disc", new Bought(5, Map.of("2026-11", 3L, "2026-W48", 1L)))
                .containsEntry("cap", new Bought(1, Map.of()));
        assertThat(bought.of(ANN)).isEmpty();
        assertThat(holding.export(BOB).toString()).contains("disc");
        holding.erase(BOB);
        assertThat(bought.of(BOB)).isEmpty();
    }

    private void owe(PlayerId player, long gold) {
        wallets.apply(
                Transaction.takeBack(
                        "back#" + player,
                        "refund",
                        Transaction.move(Account.of(player), Account.STORE, GOLD, gold)));
    }

    private void buys(PlayerId player, String sku, Bought pieces) {
        var put = bought.putIfStill(player, sku, Optional.empty(), pieces);
        aws.dynamoDb().transactWriteItems(write -> write.transactItems(put));
    }
}

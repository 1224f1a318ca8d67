package games.drawbridge.functions.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Account;
import games.drawbridge.model.wallet.Leg;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalletTableTest {
    private static final Unit GOLD = new Unit("gold");
    private static final Unit DISC = new Unit("item:disc-blue");
    private static final PlayerId ANN = new PlayerId("ann");
    private static final PlayerId BOB = new PlayerId("bob");

    private final World world = World.open();
    private final WalletTable wallets =
            new WalletTable(
                    new Aws(world.environment("ApplyEffects")),
                    InstantSource.system(),
                    new SecureRandom());

    @Test
    void aTransactionChangesItsWalletsAndLeavesItsEntries() {
        var outcome = wallets.apply(prize("t1", ANN, 10));
        assertThat(outcome).isEqualTo(new Outcome.Applied(List.of(new Balance(ANN, GOLD, 10))));
        assertThat(wallets.apply(prize("t2", ANN, 5)))
                .isEqualTo(new Outcome.Applied(List.of(new Balance(ANN, GOLD, 15))));
        var ledger = Ledger.of(world);
        ledger.holds();
        assertThat(ledger.rows()).hasSize(2 + 2 + 1);
        assertThat(world.tables().row("Wallets", "TRANSACTION#t1", "HEAD").get("legs").s())
                .isEqualTo(
                        """
                        [{"account":"system:prizes","unit":"gold","amount":-10},\
                        {"account":"player:ann","unit":"gold","amount":10}]\
                        """);
    }

    @Test
    void theSameTransactionAgainChangesNothing() {
        wallets.apply(prize("t1", ANN, 10));
        var before = Ledger.of(world).rows();
        assertThat(wallets.apply(prize("t1", ANN, 10))).isEqualTo(new Outcome.AlreadyApplied());
        assertThat(wallets.apply(prize("t1", BOB, 99))).isEqualTo(new Outcome.AlreadyApplied());
        assertThat(Ledger.of(world).rows()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void theSameTransactionManyTimesAtOnceIsAppliedOnce() throws Exception {
        var outcomes = AtOnce.times(12, _ -> wallets.apply(prize("t1", ANN, 10)));
        assertThat(outcomes).filteredOn(Outcome.Applied.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.AlreadyApplied.class::isInstance).hasSize(11);
        Ledger.of(world).holds();
        assertThat(Ledger.of(world).balance("ann", "gold")).isEqualTo(10);
    }

    @Test
    void whatIsNotThereCannotGoOut() {
        wallets.apply(prize("t1", ANN, 10));
        var before = Ledger.of(world).rows();
        assertThat(wallets.apply(gift("t2", ANN, BOB, 11)))
                .isEqualTo(new Outcome.InsufficientFunds(GOLD));
        assertThat(wallets.apply(gift("t3", BOB, ANN, 1)))
                .isEqualTo(new Outcome.InsufficientFunds(GOLD));
        assertThat(Ledger.of(world).rows()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(wallets.apply(gift("t2", ANN, BOB, 10)))
                .isEqualTo(
                        new Outcome.Applied(
                                List.of(new Balance(ANN, GOLD, 0), new Balance(BOB, GOLD, 10))));
    }

    @Test
    void ofManyWhoTakeTheLastGoldOneGetsIt() {
        wallets.apply(prize("first", ANN, 10));
        var outcomes =
                AtOnce.times(8, n -> wallets.apply(gift("t" + n, ANN, new PlayerId("p" + n), 10)));
        assertThat(outcomes).filteredOn(Outcome.Applied.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.InsufficientFunds.class::isInstance).hasSize(7);
        Ledger.of(world).holds();
    }

    @Test
    void aTransactionOfManyUnitsIsWholeOrNotAtAll() {
        var legs = new ArrayList<Leg>();
        for (int n = 0; n < Transaction.MOST_LEGS / 2; n++)
            legs.addAll(Transaction.move(Account.STORE, Account.of(ANN), new Unit("u" + n), 1));
        assertThat(wallets.apply(new Transaction("t1", "gift", legs)))
                .isInstanceOf(Outcome.Applied.class);
        Ledger.of(world).holds();
        assertThat(Ledger.of(world).balances()).hasSize(Transaction.MOST_LEGS / 2);
    }

    /// Four hands deal out the same shuffled transactions, some of them twice, between four
    /// wallets.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverHappensTheLedgerHolds(long seed) throws Exception {
        var dice = new Random(seed);
        var transactions = new ArrayList<Transaction>();
        for (int n = 0; n < 40; n++) {
            var one = new PlayerId("p" + dice.nextInt(4));
            var other = new PlayerId("p" + dice.nextInt(4));
            String id = "t" + n;
            transactions.add(
                    one.equals(other)
                            ? prize(id, one, 1 + dice.nextInt(20))
                            : n % 5 == 0
                                    ? back(id, one, 1 + dice.nextInt(40))
                                    : gift(id, one, other, 1 + dice.nextInt(20)));
            if (n % 4 == 0) transactions.add(transactions.getLast());
        }
        Collections.shuffle(transactions, dice);
        var applied = new ArrayList<Outcome>();
        try (var hands = Executors.newFixedThreadPool(4)) {
            var work = new ArrayList<Callable<Outcome>>();
            transactions.forEach(it -> work.add(() -> apply(it)));
            for (var outcome : hands.invokeAll(work)) applied.add(outcome.get());
        }
        var ledger = Ledger.of(world);
        ledger.holds();
        assertThat(ledger.transactions())
                .isEqualTo(applied.stream().filter(Outcome.Applied.class::isInstance).count())
                .isPositive();
    }

    /// Who is told to come again comes again.
    private Outcome apply(Transaction transaction) {
        while (true) {
            try {
                return wallets.apply(transaction);
            } catch (Attempts.Exhausted _) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aGoodIsABalanceLikeAnyOther() {
        wallets.apply(
                new Transaction(
                        "t1", "gift", Transaction.move(Account.STORE, Account.of(ANN), DISC, 2)));
        assertThat(world.get("/v1/inventory").as("ann").send().body())
                .isEqualTo(
                        """
                        {"items":[{"kind":"item","id":"disc-blue","amount":2}]}\
                        """);
        assertThat(world.get("/v1/wallet").as("ann").send().body()).isEqualTo("{\"balances\":{}}");
    }

    private static Transaction prize(String id, PlayerId player, long gold) {
        return Transaction.prize(id, player, GOLD, gold);
    }

    private static Transaction back(String id, PlayerId player, long gold) {
        return Transaction.takeBack(
                id, "refund", Transaction.move(Account.of(player), Account.STORE, GOLD, gold));
    }

    private static Transaction gift(String id, PlayerId from, PlayerId to, long gold) {
        return new Transaction(
                id, "gift", Transaction.move(Account.of(from), Account.of(to), GOLD, gold));
    }
}

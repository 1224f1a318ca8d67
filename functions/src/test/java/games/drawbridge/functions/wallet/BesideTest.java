package games.drawbridge.functions.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
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
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rows of another table that stand or fall with a transaction, and what is taken back.
class BesideTest {
    private static final Unit GEMS = new Unit("gems");
    private static final PlayerId ANN = new PlayerId("ann");

    private final World world = World.open();
    private final Aws aws = new Aws(world.environment("ApplyEffects"));
    private final String beside = aws.environment().get("LEADERBOARDS_TABLE");
    private final WalletTable wallets =
            new WalletTable(aws, InstantSource.system(), new SecureRandom());

    @Test
    void rowsOfAnotherTableStandWithTheTransaction() {
        assertThat(wallets.apply(charge("t1"), action("a1")))
                .isEqualTo(new Outcome.Applied(List.of(new Balance(ANN, GEMS, 100))));
        assertThat(world.tables().row("Leaderboards", "ACTION#a1", "HEAD").get("gems").n())
                .as("the rows are made of what the transaction comes to")
                .isEqualTo("100");
        assertThat(wallets.apply(charge("t1"), action("a2")))
                .isEqualTo(new Outcome.AlreadyApplied());
        assertThat(world.tables().rows("Leaderboards")).hasSize(2);
        Ledger.of(world).holds();
    }

    @Test
    void aRowThatIsThereAlreadyIsNoRaceOfTheWallet() {
        wallets.apply(charge("t1"), action("a1"));
        var before = Ledger.of(world).rows();
        int calls = world.calls().size();
        assertThat(wallets.apply(charge("t2"), action("a1")))
                .as("the second row, counted from 0")
                .isEqualTo(new Outcome.Refused(List.of(1)));
        assertThat(world.calls().size() - calls).as("it is not tried again").isEqualTo(2);
        assertThat(Ledger.of(world).rows()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(world.tables().rows("Leaderboards")).hasSize(2);
    }

    @Test
    void ofTwoCausesOfOneActionOneIsDoneWhileTheWalletIsBusy() {
        var outcomes =
                AtOnce.times(
                        10,
                        n ->
                                n < 5
                                        ? wallets.apply(charge("same"), action("a1"))
                                        : wallets.apply(charge("own" + n)));
        assertThat(outcomes).filteredOn(Outcome.Applied.class::isInstance).hasSize(6);
        assertThat(outcomes).filteredOn(Outcome.AlreadyApplied.class::isInstance).hasSize(4);
        var others = AtOnce.times(4, n -> wallets.apply(charge("other" + n), action("a9")));
        assertThat(others).filteredOn(Outcome.Applied.class::isInstance).hasSize(1);
        assertThat(others)
                .filteredOn(outcome -> !(outcome instanceof Outcome.Applied))
                .containsOnly(new Outcome.Refused(List.of(1)));
        assertThat(Ledger.of(world).balance("ann", "gems")).isEqualTo(700);
        Ledger.of(world).holds();
    }

    @Test
    void theLongestTransactionHasRoomForRowsBeside() {
        var legs = new ArrayList<Leg>();
        for (int n = 0; n < Transaction.MOST_LEGS / 2; n++)
            legs.addAll(
                    Transaction.move(Account.of(ANN), Account.of(new PlayerId("bob")), unit(n), 1));
        var rows = new ArrayList<Row>();
        for (int n = 0; n < Beside.MOST; n++) rows.add(Row.key("ROW#" + n, "HEAD"));
        var outcome =
                wallets.apply(
                        Transaction.takeBack("t1", "refund", legs),
                        _ -> rows.stream().map(row -> row.putIfAbsent(beside)).toList());
        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        Ledger.of(world).holds();
    }

    @Test
    void aRefundTakesWhatIsLeftAndTheNextIncomePaysTheRest() {
        wallets.apply(charge("t1"));
        wallets.apply(
                new Transaction(
                        "t2", "order", Transaction.move(Account.of(ANN), Account.STORE, GEMS, 70)));
        assertThat(wallets.apply(refund("t3")))
                .isEqualTo(new Outcome.Applied(List.of(new Balance(ANN, GEMS, 0, 70))));
        assertThat(wallets.apply(refund("t3"))).isEqualTo(new Outcome.AlreadyApplied());
        assertThat(world.get("/v1/wallet").as("ann").send().body())
                .isEqualTo("{\"balances\":{},\"debts\":{\"gems\":70}}");
        assertThat(world.get("/v1/inventory").as("ann").send().body()).isEqualTo("{\"items\":[]}");
        Ledger.of(world).holds();

        assertThat(wallets.apply(charge("t4")))
                .isEqualTo(new Outcome.Applied(List.of(new Balance(ANN, GEMS, 30))));
        assertThat(world.get("/v1/wallet").as("ann").send().body())
                .isEqualTo("{\"balances\":{\"gems\":30}}");
        Ledger.of(world).holds();
    }

    @Test
    void refundsAndIncomesAtOnceLeaveNobodyHoldingAndOwing() {
        AtOnce.times(10, n -> wallets.apply(n % 2 == 0 ? charge("c" + n) : refund("r" + n)));
        Ledger.of(world).holds();
        assertThat(Ledger.of(world).balance("ann", "gems")).isZero();
        assertThat(Ledger.of(world).balance("ann", "debt:gems")).isZero();
    }

    private static Unit unit(int n) {
        return new Unit("u" + n);
    }

    private static Transaction charge(String id) {
        var legs = new ArrayList<Leg>();
        legs.addAll(Transaction.move(Account.STORE, Account.of(ANN), GEMS, 100));
        legs.addAll(
                Transaction.move(Account.SALES, Account.real("stripe"), Unit.money("EUR"), 199));
        return new Transaction(id, "purchase", legs);
    }

    private static Transaction refund(String id) {
        return Transaction.takeBack(
                id, "refund", Transaction.move(Account.of(ANN), Account.STORE, GEMS, 100));
    }

    /// A row that may change, and one for ever.
    private Beside action(String id) {
        return booked ->
                List.of(
                        Row.key("ORDER#" + id, "HEAD").putAnyway(beside),
                        Row.key("ACTION#" + id, "HEAD")
                                .with("gems", booked.after().values().iterator().next().held())
                                .putIfAbsent(beside));
    }
}

package games.drawbridge.model.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.player.PlayerId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionTest {
    private static final PlayerId ANN = new PlayerId("ann");
    private static final Unit GOLD = new Unit("gold");

    @Test
    void legsCancelOutPerUnit() {
        var gems = new Unit("gems");
        assertThatThrownBy(() ->
                        new Transaction(
                                "t",
                                "x",
                                List.of(
                                        new Leg(Account.of(ANN), GOLD, 5),
                                        new Leg(Account.PRIZES, gems, -5))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("legs do not cancel out");
    }

    @Test
    void anAccountHasOneLegPerUnit() {
        var twice = List.of(new Leg(Account.of(ANN), GOLD, 5), new Leg(Account.of(ANN), GOLD, -5));
        assertThatThrownBy(() -> new Transaction("t", "x", twice))
                .hasMessageStartingWith("an account twice");
    }

    @Test
    void aPrizeComesOutOfThePrizesAccount() {
        var prize = Transaction.prize("room#3#0", ANN, GOLD, 10);
        assertThat(prize.legs())
                .containsExactly(
                        new Leg(Account.PRIZES, GOLD, -10), new Leg(Account.of(ANN), GOLD, 10));
        assertThat(prize.legsOf(ANN)).containsExactly(new Leg(Account.of(ANN), GOLD, 10));
    }
}

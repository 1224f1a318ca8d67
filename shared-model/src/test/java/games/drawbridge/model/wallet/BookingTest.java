package games.drawbridge.model.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.player.PlayerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingTest {
    private static final PlayerId ANN = new PlayerId("ann");
    private static final PlayerId BOB = new PlayerId("bob");
    private static final Unit GOLD = new Unit("gold");
    private static final Pocket POCKET = new Pocket(ANN, GOLD);

    /// `+5` comes in, `-5` goes out or is refused, `!5` is taken back.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # held, owed, what, then
                       0,   0,  +5, 5 held
                       3,   0,  +5, 8 held
                       0,   9,  +5, 4 owed
                       0,   5,  +5, 0 held
                       0,   2,  +5, 3 held
                       5,   0,  -5, 0 held
                       4,   0,  -5, insufficient gold
                       0,   3,  -1, insufficient gold
                       5,   0,  !5, 0 held
                       4,   0,  !5, 1 owed
                       0,   0,  !5, 5 owed
                       0,   3,  !5, 8 owed
                    """)
    void decides(long held, long owed, String what, String then) {
        long amount = Long.parseLong(what.substring(1));
        var legs =
                what.startsWith("+")
                        ? Transaction.move(Account.STORE, Account.of(ANN), GOLD, amount)
                        : Transaction.move(Account.of(ANN), Account.STORE, GOLD, amount);
        var transaction = new Transaction("t", "x", legs, what.startsWith("!"), List.of());
        var booking = Booking.of(transaction, Map.of(POCKET, new Standing(held, owed)));
        assertThat(said(booking)).isEqualTo(then);
    }

    private static String said(Booking booking) {
        return switch (booking) {
            case Booking.Insufficient(var unit) -> "insufficient " + unit;
            case Booking.Booked booked -> {
                var stands = booked.after().get(POCKET);
                yield stands.owed() > 0 ? stands.owed() + " owed" : stands.held() + " held";
            }
        };
    }

    @Test
    void whatIsMissingIsLentByTheDebts() {
        var back =
                Transaction.takeBack(
                        "t", "refund", Transaction.move(Account.of(ANN), Account.STORE, GOLD, 100));
        var booked = (Booking.Booked) Booking.of(back, Map.of(POCKET, new Standing(30, 0)));
        assertThat(booked.legs())
                .containsExactlyInAnyOrder(
                        new Leg(Account.of(ANN), GOLD, -30),
                        new Leg(Account.DEBTS, GOLD, -70),
                        new Leg(Account.STORE, GOLD, 100),
                        new Leg(Account.of(ANN), GOLD.debt(), 70),
                        new Leg(Account.DEBTS, GOLD.debt(), -70));
    }

    @Test
    void aReversalRestoresExactlyWhatWasTaken() {
        var stands = Map.of(POCKET, new Standing(30, 0));
        stands = after(move(Account.of(ANN), Account.STORE, 100, true), stands);
        assertThat(stands).containsEntry(POCKET, new Standing(0, 70));
        stands = after(move(Account.PRIZES, Account.of(ANN), 50, false), stands);
        assertThat(stands).as("a prize pays the debt").containsEntry(POCKET, new Standing(0, 20));
        stands = after(move(Account.STORE, Account.of(ANN), 100, false), stands);
        assertThat(stands).as("30 and the prize").containsEntry(POCKET, new Standing(80, 0));
    }

    @Test
    void aDebtThatComesOverIsPaidFromWhatIsThere() {
        var over =
                new Transaction(
                        "t",
                        "merge",
                        Transaction.move(Account.of(ANN), Account.of(BOB), GOLD.debt(), 7));
        var bob = new Pocket(BOB, GOLD);
        var stands = Map.of(POCKET, new Standing(0, 7), bob, new Standing(10, 0));
        assertThat(after(over, stands))
                .containsEntry(POCKET, Standing.NOTHING)
                .containsEntry(bob, new Standing(3, 0));
        assertThat(Booking.of(over, Map.of(POCKET, new Standing(0, 6))))
                .isEqualTo(new Booking.Insufficient(GOLD.debt()));
    }

    /// Whatever moves between three players: no unit is made or lost, nobody holds and owes at
    /// once, and what is written is what the pockets become.
    @Test
    void whateverMovesTheLegsCancelOutAndMakeTheStandings() {
        var dice = new Random(7);
        var stands = new HashMap<Pocket, Standing>();
        int owing = 0;
        for (int n = 0; n < 5_000; n++) {
            var transaction = any(dice, n);
            if (!(Booking.of(transaction, stands) instanceof Booking.Booked(var legs, var after)))
                continue;
            var before = Map.copyOf(stands);
            stands.putAll(after);
            new Transaction("again", "x", legs);
            for (var pocket : after.keySet()) {
                var was = before.getOrDefault(pocket, Standing.NOTHING);
                var is = after.get(pocket);
                assertThat(sum(legs, pocket, pocket.unit())).isEqualTo(is.held() - was.held());
                assertThat(sum(legs, pocket, pocket.unit().debt()))
                        .isEqualTo(is.owed() - was.owed());
                assertThat(Math.min(is.held(), is.owed())).isZero();
                if (is.owed() > 0) owing++;
            }
        }
        assertThat(owing).as("the dice made debts").isGreaterThan(100);
    }

    private static Transaction any(Random dice, int n) {
        var accounts = List.of(Account.STORE, Account.of(ANN), Account.of(BOB), Account.PRIZES);
        var legs = new ArrayList<Leg>();
        for (var unit : List.of(GOLD, new Unit("item:disc"))) {
            int from = dice.nextInt(accounts.size());
            var to = accounts.get((from + 1 + dice.nextInt(3)) % 4);
            legs.addAll(Transaction.move(accounts.get(from), to, unit, 1 + dice.nextInt(20)));
        }
        return new Transaction("t" + n, "x", legs, dice.nextInt(3) == 0, List.of());
    }

    private static long sum(List<Leg> legs, Pocket pocket, Unit unit) {
        return legs.stream()
                .filter(leg -> leg.account().equals(Account.of(pocket.player())))
                .filter(leg -> leg.unit().equals(unit))
                .mapToLong(Leg::amount)
                .sum();
    }

    private static Transaction move(Account from, Account to, long amount, boolean owes) {
        return new Transaction("t", "x", Transaction.move(from, to, GOLD, amount), owes, List.of());
    }

    private static Map<Pocket, Standing> after(
            Transaction transaction, Map<Pocket, Standing> before) {
        return ((Booking.Booked) Booking.of(transaction, before)).after();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    real:stripe,   money:eur,       may
                    real:sales,    money:jpy,       may
                    real:stripe,   gold,            may not
                    player:ann,    money:eur,       may not
                    player:ann,    debt:money:eur,  may not
                    system:store,  money:eur,       may not
                    system:store,  gold,            may
                    player:ann,    debt:item:disc,  may
                    """)
    void realMoneyIsKeptApart(String of, String what, String may) {
        var account = new Account(of);
        var unit = new Unit(what);
        if (may.equals("may")) new Leg(account, unit, 1);
        else
            assertThatThrownBy(() -> new Leg(account, unit, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no " + unit + " in " + account);
    }

    @Test
    void aDebtKnowsWhatIsOwed() {
        assertThat(new Unit("item:disc").debt()).isEqualTo(new Unit("debt:item:disc"));
        assertThat(new Unit("debt:item:disc").owed()).isEqualTo(new Unit("item:disc"));
        assertThat(Unit.money("EUR")).isEqualTo(new Unit("money:eur"));
        assertThatThrownBy(() -> GOLD.debt().debt()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pocket(ANN, GOLD.debt()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package games.drawbridge.model.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.payments.Action.Kind;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Catalogue.Grant;
import games.drawbridge.model.store.Catalogue.Money;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Unit GEMS = new Unit("gems");
    private static final PaymentOrder ORDER =
            new PaymentOrder(
                    "order1",
                    new PlayerId("ann"),
                    "stripe",
                    "gems_100",
                    1,
                    List.of(new Money(400, "USD"), new Money(300, "JPY")),
                    List.of(new Grant("currency", "gems", 101), new Grant("item", "hat", 1)),
                    NOON,
                    null,
                    null);

    /// What is told of a payment, as a script has it: kind, and amount where it is not all.
    private static Action action(String text, int n) {
        String[] parts = text.split(":", 2);
        var kind = Kind.of(parts[0]);
        long amount = parts.length == 2 ? Long.parseLong(parts[1]) : kind.moves() ? 400 : 0;
        return new Action(kind, text + "#" + n, new Money(amount, "USD"), NOON.plusSeconds(n));
    }

    private static Truth truth(List<Action> actions) {
        return new Truth("gems_100", 1, null, actions);
    }

    /// The story up to its end, and all that the player got and gave back meanwhile.
    private record End(Status status, Map<Unit, Long> wallet, Set<String> booked) {}

    /// Books all that a truth holds, as the wallet sees it.
    private static Payment settle(Payment payment, Truth truth, Map<Unit, Long> wallet) {
        for (int n = 0; n < 20; n++) {
            if (!(payment.next(truth) instanceof Step.Book(_, var changes, var after)))
                return payment;
            changes.forEach(change -> wallet.merge(change.unit(), change.amount(), Long::sum));
            if (wallet.values().stream().anyMatch(amount -> amount < 0))
                throw new AssertionError("taken what was not given: " + wallet);
            payment = after;
        }
        throw new AssertionError("it never ends");
    }

    private static End end(Payment payment, Map<Unit, Long> wallet) {
        wallet.values().removeIf(amount -> amount == 0);
        var keys = new TreeSet<String>();
        payment.booked().forEach(each -> keys.add(each.key()));
        if (keys.size() < payment.booked().size()) throw new AssertionError("booked twice");
        return new End(payment.status(), Map.copyOf(wallet), keys);
    }

    /// Every order of up to six notices, each of up to three times. Each one leads to a read that
    /// shows as little as any read may: only what that notice is about. So late and early reads,
    /// repeats and whatever comes in the wrong order are all among them.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    charge, confirm, refund,     chargeback, reversal, dispute
                    charge, confirm, refund:150, chargeback, reversal, resolution
                    charge, confirm, refund:100, refund:300, dispute,  resolution
                    """)
    void everyOrderOfNoticesEndsAsTheProviderSays(
            String a, String b, String c, String d, String e, String f) {
        var kinds = List.of(a, b, c, d, e, f);
        int[] orders = {0};
        permute(
                kinds,
                new ArrayList<>(),
                new int[6],
                notices -> {
                    orders[0]++;
                    assertThat(told(notices, false))
                            .as("%s", notices)
                            .isEqualTo(atOnce(notices, false));
                    assertThat(told(notices, true))
                            .as("%s", notices)
                            .isEqualTo(atOnce(notices, true));
                });
        assertThat(orders[0]).isGreaterThan(40_000);
    }

    private interface Seen {
        void notices(List<String> notices);
    }

    private static void permute(List<String> kinds, List<String> notices, int[] times, Seen seen) {
        if (!notices.isEmpty()) seen.notices(notices);
        if (notices.size() == 6) return;
        for (int k = 0; k < kinds.size(); k++) {
            if (times[k] == 3) continue;
            times[k]++;
            notices.add(kinds.get(k));
            permute(kinds, notices, times, seen);
            notices.removeLast();
            times[k]--;
        }
    }

    /// @param anew whether the same kind again is another action, or the same once more
    private static List<Action> actions(List<String> notices, boolean anew) {
        var times = new HashMap<String, Integer>();
        var actions = new ArrayList<Action>();
        for (String each : notices) {
            int n = times.merge(each, 1, Integer::sum);
            boolean once = each.equals("charge") || !anew;
            if (!each.equals("confirm")) actions.add(action(each, once ? 1 : n));
        }
        return actions;
    }

    private static End told(List<String> notices, boolean anew) {
        var payment = Payment.of(ORDER);
        var wallet = new HashMap<Unit, Long>();
        for (Action each : actions(notices, anew))
            payment = settle(payment, truth(List.of(each)), wallet);
        return end(payment, wallet);
    }

    private static End atOnce(List<String> notices, boolean anew) {
        var wallet = new HashMap<Unit, Long>();
        var all = truth(actions(notices, anew).stream().distinct().toList());
        return end(settle(Payment.of(ORDER), all, wallet), wallet);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                       | pending   | 0   | 0
                    decline                                  | failed    | 0   | 0
                    decline charge                           | fulfilled | 101 | 1
                    charge                                   | fulfilled | 101 | 1
                    charge refund:100                        | fulfilled | 75  | 0
                    charge refund:100 refund:300             | refunded  | 0   | 0
                    charge refund                            | refunded  | 0   | 0
                    charge dispute                           | disputed  | 101 | 1
                    charge dispute resolution                | fulfilled | 101 | 1
                    charge dispute resolution refund         | refunded  | 0   | 0
                    charge chargeback                        | disputed  | 0   | 0
                    charge chargeback reversal               | fulfilled | 101 | 1
                    charge chargeback:100 reversal:100       | fulfilled | 101 | 1
                    charge refund:200 chargeback:200         | disputed  | 0   | 0
                    charge refund chargeback                 | disputed  | 0   | 0
                    charge refund reversal                   | fulfilled | 101 | 1
                    charge chargeback refund reversal        | refunded  | 0   | 0
                    """)
    void whatTheProviderDidIsWhatThePlayerHas(String actions, String status, long gems, long hats) {
        var all = new ArrayList<Action>();
        if (!actions.isEmpty())
            for (String each : actions.split(" ")) all.add(action(each, all.size()));
        var wallet = new HashMap<Unit, Long>();
        var payment = settle(Payment.of(ORDER), truth(all), wallet);
        assertThat(payment.status().word()).isEqualTo(status);
        assertThat(wallet.getOrDefault(GEMS, 0L)).isEqualTo(gems);
        assertThat(wallet.getOrDefault(Unit.good("item", "hat"), 0L)).isEqualTo(hats);
        assertThat(payment.next(truth(all))).isEqualTo(new Step.Done());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    bob, gems_100, 1, 400, USD, wrong-player
                    ann, gems_600, 1, 400, USD, wrong-product
                    ann, gems_100, 2, 400, USD, wrong-product
                    ann, gems_100, 1, 400, EUR, wrong-currency
                    ann, gems_100, 1, 399, USD, wrong-amount
                    ann, gems_100, 1, 400, JPY, wrong-amount
                    """)
    void moneyThatTheOrderDidNotAskForIsHeldAndGrantsNothingEvenWhenItIsBack(
            String player, String sku, int quantity, long amount, String currency, String code) {
        var charge = new Action(Kind.CHARGE, "c", new Money(amount, currency), NOON);
        var refund = new Action(Kind.REFUND, "r", new Money(amount, currency), NOON.plusSeconds(9));
        var payment = Payment.of(ORDER);
        var paid = new Truth(sku, quantity, new PlayerId(player), List.of(charge));
        assertThat(payment.next(paid))
                .isInstanceOfSatisfying(
                        Step.Held.class, held -> assertThat(held.why().code()).isEqualTo(code));

        var back = new Truth(sku, quantity, new PlayerId(player), List.of(charge, refund));
        var wallet = new HashMap<Unit, Long>();
        var end = settle(payment, back, wallet);
        assertThat(end.status()).isEqualTo(Status.REFUNDED);
        assertThat(end.booked()).containsExactly(charge, refund);
        assertThat(wallet).isEmpty();
    }

    @Test
    void whoPaidMayHaveBecomeAnotherAccountSince() {
        var charge = action("charge", 0);
        var paid = new Payment(ORDER, List.of(charge), false);
        var truth =
                new Truth("gems_100", 1, new PlayerId("bob"), List.of(charge, action("refund", 1)));
        assertThat(paid.next(truth)).isInstanceOf(Step.Book.class);
    }

    @Test
    void aTruthInTwoCurrenciesIsNone() {
        var yen = new Action(Kind.REFUND, "r", new Money(300, "JPY"), NOON);
        assertThatThrownBy(() -> truth(List.of(action("charge", 0), yen)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyKindIsSaidToMoveMoneyOrNot() {
        var moves = new EnumMap<Kind, Boolean>(Kind.class);
        for (Kind each : Kind.values()) moves.put(each, each.moves());
        assertThat(moves)
                .containsEntry(Kind.CHARGE, true)
                .containsEntry(Kind.DISPUTE, false)
                .hasSize(7);
        assertThat(Kind.of("chargeback")).isEqualTo(Kind.CHARGEBACK);
        assertThat(Status.of("disputed")).isEqualTo(Status.DISPUTED);
    }
}

package games.drawbridge.model.payments;

import games.drawbridge.model.payments.Action.Kind;
import games.drawbridge.model.payments.Step.Change;
import games.drawbridge.model.store.Catalogue.Grant;
import games.drawbridge.model.store.Catalogue.Money;
import games.drawbridge.model.wallet.Unit;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An order and which of its provider's actions are booked. Everything here follows from the set of
/// them, never from the order in which they came; that is why late, repeated and reordered notices
/// all end the same.
///
/// @param isBarren whether its money was not what was asked for, so that it never grants anything
public record Payment(PaymentOrder order, List<Action> booked, boolean isBarren) {
    public Payment {
        booked = List.copyOf(booked);
    }

    /// Nothing has happened yet.
    public static Payment of(PaymentOrder order) {
        return new Payment(order, List.of(), false);
    }

    /// The same about an order that grants more.
    public Payment with(PaymentOrder other) {
        return new Payment(other, booked, isBarren);
    }

    public Status status() {
        if (!has(Kind.CHARGE)) return has(Kind.DECLINE) ? Status.FAILED : Status.PENDING;
        if (takenByBank() > 0 || count(Kind.DISPUTE) > count(Kind.RESOLUTION))
            return Status.DISPUTED;
        return left() == 0 ? Status.REFUNDED : Status.FULFILLED;
    }

    /// What was paid; empty before.
    public Optional<Money> charge() {
        return booked.stream()
                .filter(each -> each.kind() == Kind.CHARGE)
                .map(Action::money)
                .findFirst();
    }

    /// What went back to the payer, one way or the other.
    public long back() {
        return sum(Kind.CHARGE) - left();
    }

    /// What is left to us of the charge, in its minor units.
    public long left() {
        long charged = sum(Kind.CHARGE);
        long gone = sum(Kind.REFUND) + sum(Kind.CHARGEBACK) - sum(Kind.REVERSAL);
        return Math.clamp(charged - Math.max(0, gone), 0, charged);
    }

    private long takenByBank() {
        return Math.max(0, sum(Kind.CHARGEBACK) - sum(Kind.REVERSAL));
    }

    /// What the player has of it: of the grants the share that is paid for. A piece that is only
    /// half paid for is not there.
    public Map<Unit, Long> grants() {
        long charged = sum(Kind.CHARGE);
        var all = new TreeMap<Unit, Long>((one, other) -> one.value().compareTo(other.value()));
        for (Grant each : order.grants())
            all.merge(
                    each.unit(),
                    charged == 0 || isBarren ? 0 : share(each.amount(), left(), charged),
                    Math::addExact);
        return all;
    }

    private static long share(long amount, long left, long charged) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(left))
                .divide(BigInteger.valueOf(charged))
                .longValueExact();
    }

    /// What is to be done next, going by what the provider says.
    public Step next(Truth truth) {
        return next(truth, mismatch(truth));
    }

    /// The same where a person has looked at the money and takes it for what was ordered.
    public Step accept(Truth truth) {
        return next(truth, Optional.empty());
    }

    private Step next(Truth truth, Optional<Mismatch> mismatch) {
        // once all of the money is back there is nothing to hold: it is booked, and grants nothing
        if (mismatch.isPresent() && new Payment(order, all(truth), true).left() > 0)
            return new Step.Held(mismatch.get());
        return truth.actions().stream()
                .filter(each -> !isBooked(each))
                .findFirst()
                .<Step>map(each -> book(each, mismatch.isPresent()))
                .orElseGet(Step.Done::new);
    }

    private Step.Book book(Action action, boolean withoutGrants) {
        var more = new ArrayList<>(booked);
        more.add(action);
        var after = new Payment(order, more, withoutGrants);
        return new Step.Book(action, changes(grants(), after.grants()), after);
    }

    private static List<Change> changes(Map<Unit, Long> before, Map<Unit, Long> after) {
        return after.entrySet().stream()
                .map(each ->
                        new Change(
                                each.getKey(),
                                each.getValue() - before.getOrDefault(each.getKey(), 0L)))
                .filter(change -> change.amount() != 0)
                .toList();
    }

    /// Once a charge is booked as ordered it stays so, whatever becomes of accounts and catalogue.
    private Optional<Mismatch> mismatch(Truth truth) {
        if (has(Kind.CHARGE) && !isBarren) return Optional.empty();
        if (truth.player() != null && !truth.player().equals(order.player()))
            return Optional.of(Mismatch.WRONG_PLAYER);
        if (!truth.sku().equals(order.sku()) || truth.quantity() != order.quantity())
            return Optional.of(Mismatch.WRONG_PRODUCT);
        return truth.charge().flatMap(this::mismatch);
    }

    private Optional<Mismatch> mismatch(Money charged) {
        var price = order.price(charged.currency());
        if (price.isEmpty()) return Optional.of(Mismatch.WRONG_CURRENCY);
        return charged.equals(price.get()) ? Optional.empty() : Optional.of(Mismatch.WRONG_AMOUNT);
    }

    private List<Action> all(Truth truth) {
        var all = new ArrayList<>(booked);
        truth.actions().stream().filter(each -> !isBooked(each)).forEach(all::add);
        return all;
    }

    private boolean isBooked(Action action) {
        return booked.stream().anyMatch(each -> each.key().equals(action.key()));
    }

    private boolean has(Kind kind) {
        return count(kind) > 0;
    }

    private long count(Kind kind) {
        return booked.stream().filter(each -> each.kind() == kind).count();
    }

    private long sum(Kind kind) {
        return booked.stream()
                .filter(each -> each.kind() == kind)
                .mapToLong(each -> each.money().amount())
                .reduce(0, Math::addExact);
    }
}

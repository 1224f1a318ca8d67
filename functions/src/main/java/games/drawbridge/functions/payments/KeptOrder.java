package games.drawbridge.functions.payments;

import games.drawbridge.model.payments.Payment;
import games.drawbridge.model.payments.PaymentOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An order as it is kept, with all that is booked for it.
///
/// @param version counts its changes; 0 before it is stored
/// @param request SHA-256 of the wish; absent when the provider charged what we knew nothing of
/// @param checkout what its player's client needs to pay, JSON; absent before it was made
/// @param names by which its provider knows it, the best one to ask by last
/// @param held why its money is not taken, if it is not
/// @param changedAt when something was booked last, or it was placed
record KeptOrder(
        Payment payment,
        long version,
        @Nullable String request,
        @Nullable String checkout,
        List<String> names,
        @Nullable String held,
        Instant changedAt) {
    KeptOrder {
        names = List.copyOf(names);
    }

    /// Nothing is stored yet.
    static KeptOrder placed(PaymentOrder order, @Nullable String request) {
        return new KeptOrder(
                Payment.of(order), 0, request, null, List.of(), null, order.createdAt());
    }

    PaymentOrder order() {
        return payment.order();
    }

    String id() {
        return order().id();
    }

    /// By what to ask the provider; empty as long as nobody has said it.
    Optional<String> name() {
        return names.isEmpty() ? Optional.empty() : Optional.of(names.getLast());
    }

    /// When the provider is asked again; empty when it no longer is, or cannot be.
    Optional<Instant> due(Instant now) {
        boolean isPaid = payment.charge().isPresent();
        var end = changedAt.plus(isPaid ? PaymentLimits.PAID : PaymentLimits.UNPAID);
        if (names.isEmpty() || now.isAfter(end)) return Optional.empty();
        var age = Duration.between(changedAt, now);
        if (age.compareTo(PaymentLimits.SOONEST) < 0) age = PaymentLimits.SOONEST;
        if (!isPaid && age.compareTo(PaymentLimits.LATEST) > 0) age = PaymentLimits.LATEST;
        return Optional.of(now.plus(age));
    }

    /// As it is once it is saved.
    KeptOrder stored() {
        return new KeptOrder(payment, version + 1, request, checkout, names, held, changedAt);
    }

    KeptOrder booked(Payment after, Instant now) {
        return new KeptOrder(after, version, request, checkout, names, null, now);
    }

    /// The same order with more to grant.
    KeptOrder granting(PaymentOrder more) {
        return new KeptOrder(
                payment.with(more), version, request, checkout, names, held, changedAt);
    }

    KeptOrder opened(String made) {
        return new KeptOrder(payment, version, request, made, names, held, changedAt);
    }

    /// With more names, the best one last.
    KeptOrder named(Set<String> more, String best) {
        var all = new LinkedHashSet<>(names);
        all.addAll(more);
        all.remove(best);
        all.add(best);
        return new KeptOrder(
                payment, version, request, checkout, List.copyOf(all), held, changedAt);
    }

    KeptOrder held(@Nullable String why) {
        return new KeptOrder(payment, version, request, checkout, names, why, changedAt);
    }
}

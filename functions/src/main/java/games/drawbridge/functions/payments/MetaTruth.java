package games.drawbridge.functions.payments;

import games.drawbridge.functions.meta.GraphPayment;
import games.drawbridge.model.payments.Action;
import games.drawbridge.model.payments.Action.Kind;
import games.drawbridge.model.payments.Truth;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Catalogue.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A payment of the Graph, in our words. Meta gives its actions no ids: each is called by its kind,
/// its time and its place among its likes; the charge, of which there is one, by its kind alone.
final class MetaTruth {
    private final GraphPayment payment;
    private final Map<String, Integer> likes = new HashMap<>();
    private final List<Action> actions = new ArrayList<>();

    MetaTruth(GraphPayment payment) {
        this.payment = payment;
        payment.actions().forEach(this::add);
        payment.disputes().forEach(this::add);
    }

    /// @param sku what the product is with us
    /// @param payer who paid, as far as we know them
    Told told(String provider, String sku, @Nullable PlayerId payer) {
        return new Told(
                provider,
                payment.id(),
                Set.of(payment.id()),
                payment.order().orElse(null),
                new Truth(sku, payment.quantity(), payer, actions),
                payer,
                null,
                payment.isTest(),
                books());
    }

    private void add(GraphPayment.Done done) {
        var kind = kind(done);
        kind.ifPresent(it -> add(it, MetaMoney.of(done.amount(), done.currency()), done.at()));
    }

    /// Only what is done counts; of what is failing only that there will be no charge.
    private static Optional<Kind> kind(GraphPayment.Done done) {
        boolean isDone = done.status().equals("completed");
        return switch (done.type()) {
            case "charge" ->
                    isDone
                            ? Optional.of(Kind.CHARGE)
                            : Optional.of(Kind.DECLINE).filter(_ -> done.status().equals("failed"));
            case "refund" -> Optional.of(Kind.REFUND).filter(_ -> isDone);
            case "chargeback" -> Optional.of(Kind.CHARGEBACK).filter(_ -> isDone);
            case "chargeback_reversal" -> Optional.of(Kind.REVERSAL).filter(_ -> isDone);
            case "decline" -> Optional.of(Kind.DECLINE).filter(_ -> isDone);
            default -> Optional.empty();
        };
    }

    private void add(GraphPayment.Dispute dispute) {
        var nothing = new Money(0, "USD");
        add(Kind.DISPUTE, nothing, dispute.at());
        if (dispute.status().equals("resolved")) add(Kind.RESOLUTION, nothing, dispute.at());
    }

    private void add(Kind kind, Money money, Instant at) {
        actions.add(new Action(kind, key(kind, at), money, at));
    }

    private String key(Kind kind, Instant at) {
        if (kind == Kind.CHARGE) return charge(payment.id());
        String like = kind.word() + "-" + payment.id() + "-" + at.getEpochSecond();
        return like + "-" + likes.merge(like, 1, Integer::sum);
    }

    static String charge(String payment) {
        return Kind.CHARGE.word() + "-" + payment;
    }

    private Books books() {
        long tax =
                payment.actions().stream()
                        .filter(each -> each.type().equals("charge"))
                        .mapToLong(each -> MetaMoney.of(each.tax(), each.currency()).amount())
                        .sum();
        return new Books(
                payment.country().orElse(null),
                payment.taxCountry().orElse(null),
                payment.tax().orElse(null),
                tax,
                null,
                payment.rate().filter(rate -> rate.compareTo(BigDecimal.ZERO) > 0).orElse(null),
                "USD",
                List.of());
    }
}

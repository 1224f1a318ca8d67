package games.drawbridge.functions.payments;

import games.drawbridge.functions.email.EmailAddress;
import games.drawbridge.functions.stripe.StripeApi;
import games.drawbridge.functions.stripe.StripeDispute;
import games.drawbridge.functions.stripe.StripeIntent;
import games.drawbridge.functions.stripe.StripeRefund;
import games.drawbridge.functions.stripe.StripeSession;
import games.drawbridge.model.payments.Action;
import games.drawbridge.model.payments.Action.Kind;
import games.drawbridge.model.payments.Truth;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Catalogue.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What Stripe did for one session, read together from session, intent, refunds and disputes. Each
/// action is called by the id of the thing that it is.
final class StripeTruth {
    private final StripeApi stripe;
    private final StripeSession session;
    private final List<Action> actions = new ArrayList<>();
    private final List<Books.Fee> fees = new ArrayList<>();
    private final LinkedHashSet<String> names = new LinkedHashSet<>();

    StripeTruth(StripeApi stripe, StripeSession session) {
        this.stripe = stripe;
        this.session = session;
        names.add(session.id());
    }

    Told told() {
        var intent = session.intent().map(stripe::intent);
        intent.ifPresent(this::intent);
        if (session.status().equals("expired"))
            add(Kind.DECLINE, session.id(), 0, session.currency(), session.createdAt());
        return new Told(
                StripeProvider.NAME,
                session.intent().orElse(session.id()),
                names,
                session.reference().orElse(null),
                truth(),
                buyer(),
                session.email().flatMap(EmailAddress::parse).orElse(null),
                !session.isLive(),
                books(intent));
    }

    private void intent(StripeIntent intent) {
        names.add(intent.id());
        if (intent.status().equals("canceled"))
            add(Kind.DECLINE, intent.id(), 0, session.currency(), session.createdAt());
        var charge = intent.charge();
        if (!session.isPaid() || charge.isEmpty()) return;
        var taken = charge.get();
        names.add(taken.id());
        add(Kind.CHARGE, taken.id(), taken.amount(), taken.currency(), taken.at());
        stripe.refunds(intent.id()).forEach(this::refund);
        stripe.disputes(intent.id()).forEach(this::dispute);
    }

    /// One that fails had taken the money from us, and gave it again.
    private void refund(StripeRefund refund) {
        boolean isBroken = refund.status().equals("failed");
        if (!refund.isDone() && !isBroken) return;
        add(Kind.REFUND, refund.id(), refund.amount(), refund.currency(), refund.at());
        if (isBroken)
            add(Kind.REVERSAL, refund.id(), refund.amount(), refund.currency(), refund.at());
    }

    /// Its moves are in the currency of the payout; what goes back to the payer is in the charge's.
    private void dispute(StripeDispute dispute) {
        add(Kind.DISPUTE, dispute.id(), 0, dispute.currency(), dispute.at());
        for (var move : dispute.moves()) {
            var kind = move.amount() < 0 ? Kind.CHARGEBACK : Kind.REVERSAL;
            add(kind, dispute.id(), dispute.amount(), dispute.currency(), move.at());
            if (move.fee() != 0)
                fees.add(
                        new Books.Fee(
                                "fee-" + move.id(), move.fee(), iso(move.currency()), move.at()));
        }
        if (dispute.isOver())
            add(Kind.RESOLUTION, dispute.id(), 0, dispute.currency(), dispute.at());
    }

    private void add(Kind kind, String id, long amount, String currency, Instant at) {
        actions.add(new Action(kind, kind.word() + "-" + id, money(amount, currency), at));
    }

    private Truth truth() {
        String quantity = session.metadata().getOrDefault("quantity", "");
        return new Truth(
                session.metadata().getOrDefault("sku", ""),
                quantity.matches("[0-9]{1,4}") ? Integer.parseInt(quantity) : 0,
                null,
                actions);
    }

    private @Nullable PlayerId buyer() {
        String player = session.metadata().get("player");
        return player == null ? null : new PlayerId(player);
    }

    private Books books(Optional<StripeIntent> intent) {
        var fee = intent.flatMap(StripeIntent::fee);
        boolean isSame = fee.map(it -> it.currency().equals(session.currency())).orElse(false);
        return new Books(
                intent.flatMap(StripeIntent::country).orElse(null),
                null,
                null,
                0,
                isSame ? fee.map(StripeIntent.Fee::amount).orElse(null) : null,
                fee.flatMap(StripeIntent.Fee::rate).map(BigDecimal::new).orElse(null),
                fee.map(it -> iso(it.currency())).orElse(null),
                fees);
    }

    private static String iso(String currency) {
        return currency.toUpperCase(Locale.ROOT);
    }

    private static Money money(long amount, String currency) {
        return StripeMoney.of(amount, currency);
    }
}

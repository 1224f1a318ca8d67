package games.drawbridge.functions.payments;

import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.stripe.StripeApi;
import games.drawbridge.functions.stripe.StripeSession;
import games.drawbridge.functions.web.Form;
import games.drawbridge.model.payments.PaymentOrder;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Catalogue.Money;
import java.util.Map;
import java.util.Optional;

/// Stripe Checkout: a page of Stripe's for each order. A payment is known by its session until
/// somebody tries to pay, and from then on by its intent.
final class StripeProvider implements Provider {
    static final String NAME = "stripe";

    private final StripeApi stripe;
    private final String origin;

    StripeProvider(StripeApi stripe, String origin) {
        this.stripe = stripe;
        this.origin = origin;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Checkout open(PaymentOrder order) {
        var session = stripe.open(wish(order), "order-" + order.id());
        return new Checkout(
                Optional.of(session.id()),
                Map.of("sessionId", session.id(), "url", session.url().orElse("")));
    }

    /// One line whose price is the whole order's, so that no rounding comes between.
    private Form wish(PaymentOrder order) {
        var price = order.prices().getFirst();
        return new Form()
                .with("mode", "payment")
                .with("client_reference_id", order.id())
                .with("success_url", origin + "/?paid=" + order.id())
                .with("cancel_url", origin + "/?unpaid=" + order.id())
                .with("line_items[0][quantity]", 1)
                .with("line_items[0][price_data][currency]", StripeMoney.currency(price))
                .with("line_items[0][price_data][unit_amount]", StripeMoney.amount(price))
                .with("line_items[0][price_data][product_data][name]", order.sku())
                .with("metadata[player]", order.player().value())
                .with("metadata[sku]", order.sku())
                .with("metadata[quantity]", order.quantity())
                .with("payment_intent_data[metadata][order]", order.id());
    }

    @Override
    public Told confirm(Fields proof, PlayerId player) {
        String session = proof.text("sessionId", 1, PaymentLimits.PAYMENT);
        if (!session.matches("cs_[A-Za-z0-9_]+")) throw proof.bad("sessionId", "a session's id");
        return read(session)
                .orElseThrow(() ->
                        new PaymentRefused(404, "no-such-payment", "Stripe knows no such session"));
    }

    @Override
    public Optional<Told> read(String payment) {
        return stripe.session(payment).map(this::told);
    }

    private Told told(StripeSession session) {
        return new StripeTruth(stripe, session).told();
    }

    @Override
    public void refund(String payment, Money money, String key) {
        var session = stripe.session(payment).orElseThrow();
        stripe.refund(session.intent().orElseThrow(), StripeMoney.amount(money), key);
    }

    @Override
    public boolean takesKeys() {
        return true;
    }
}

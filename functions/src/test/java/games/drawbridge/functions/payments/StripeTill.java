package games.drawbridge.functions.payments;

import games.drawbridge.functions.testkit.StripeDouble;
import java.time.Instant;

/// Stripe's checkout page.
final class StripeTill implements Till {
    private final Shop shop;
    private String session;
    private String intent;
    private String refund;

    StripeTill(Shop shop) {
        this.shop = shop;
    }

    @Override
    public String order(String player) {
        var placed = shop.order(player, "key");
        session = placed.text("/checkout/sessionId");
        return placed.text("/orderId");
    }

    @Override
    public void begin(String address) {
        shop.stripe.payer(session, address);
    }

    @Override
    public void pay() {
        intent = shop.stripe.pay(session);
    }

    @Override
    public void refund() {
        refund = shop.stripe.refund(intent, 99, "succeeded");
    }

    @Override
    public boolean tells() {
        String event =
                refund == null
                        ? shop.stripe.event("x", "checkout.session", session, intent)
                        : shop.stripe.event("refund.created", "refund", refund, intent);
        return shop.tell(event, Instant.now(), StripeDouble.WEBHOOK_SECRET).status() == 200;
    }

    @Override
    public boolean shows(String player) {
        return shop.confirm(player, session).status() == 200;
    }

    @Override
    public boolean isAskable() {
        return true;
    }
}

package games.drawbridge.functions.payments;

import games.drawbridge.functions.testkit.StripeDouble;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/// One pack from its order to its letter, and half of its money back. Whoever is at work dies
/// after so many calls of what it depends on, once.
final class Sale {
    private static final int SWEEPS = 5;
    private static final Duration CLAIM = Duration.ofMinutes(16);

    private final Shop shop;
    private final String player;
    private final Then then;
    private String order = "";
    private String last = "";
    private boolean died;
    private boolean left;

    Sale(Shop shop, String player, Then then) {
        this.shop = shop;
        this.player = player;
        this.then = then;
    }

    /// What follows a death.
    enum Then {
        /// Who has spoken says it again: the client, the provider, the stream, the queue.
        AGAIN,
        /// Nobody says anything again but the client its order; the sweeps find what was left.
        SWEPT,
        /// No notice ever comes and no stream brings anything: there are only the sweeps.
        UNTOLD
    }

    /// @param died whether it came to the death at all
    /// @param last the call before it
    /// @param early gems before anything was paid
    /// @param paid gems after it was, at most five minutes of sweeps later
    /// @param kept gems after half of it went back
    record End(boolean died, String last, long early, long paid, long kept, int letters) {
        boolean isGood() {
            return early == 0 && paid == 100 && kept == 50 && letters == 1;
        }
    }

    /// @param steps calls until the death
    End happens(int steps) {
        shop.world.dieAfter(steps);
        String session = order();
        shop.stripe.payer(session, address());
        tell("checkout.session.completed", "checkout.session", session, null);
        long early = shop.gems(player);

        String intent = shop.stripe.pay(session);
        tell("checkout.session.completed", "checkout.session", session, intent);
        if (then == Then.AGAIN) say(() -> confirms(session));
        long paid = shop.gems(player);

        String refund = shop.stripe.refund(intent, 99, "succeeded");
        tell("refund.created", "refund", refund, intent);
        long kept = shop.gems(player);
        shop.world.heal();
        claimsEnd();
        shop.world.tables().remove("Purchases", "ORDER#" + order, "HEAD", "pending");
        return new End(died, last, early, paid, kept, letters());
    }

    private String address() {
        return player + "@example.com";
    }

    int letters() {
        return shop.world.ses().sentTo(address()).size();
    }

    /// Nothing can be paid before the client knows where, so it asks until it does.
    private String order() {
        var placed = shop.order(player, "key");
        if (isOver()) placed = shop.order(player, "key");
        order = placed.text("/orderId");
        return placed.text("/checkout/sessionId");
    }

    private boolean confirms(String session) {
        return shop.confirm(player, session).status() == 200;
    }

    /// The provider tells something, and all follows from it that should.
    private void tell(String type, String object, String id, String intent) {
        if (then == Then.UNTOLD) left = true;
        else {
            String event = shop.stripe.event(type, object, id, intent);
            say(() -> isTold(event));
            say(shop::works);
            say(shop::bring);
            say(() -> shop.hear(address()));
        }
        if (left) minutesPass();
    }

    private boolean isTold(String event) {
        return shop.tell(event, Instant.now(), StripeDouble.WEBHOOK_SECRET).status() == 200;
    }

    /// After a death whoever said it says it again, or nobody does.
    private void say(BooleanSupplier something) {
        if (something.getAsBoolean()) return;
        if (!isOver()) throw new AssertionError("it fails, and nobody died");
        if (then != Then.AGAIN) left = true;
        else if (!something.getAsBoolean()) throw new AssertionError("it fails for ever");
    }

    /// Notes a death, and what comes next lives.
    private boolean isOver() {
        if (!shop.world.isDead()) return false;
        died = true;
        last = shop.world.lastCall();
        shop.world.heal();
        return true;
    }

    private void minutesPass() {
        for (int n = 0; n < SWEEPS; n++) {
            shop.pass(Duration.ofSeconds(61), "notice", "ask", "yes");
            shop.reconcile();
            isOver();
            shop.sweep();
            isOver();
        }
        left = false;
    }

    /// Whoever had the letter and died has had it for long enough; but SES may have told before.
    private void claimsEnd() {
        shop.hear(address());
        shop.pass(CLAIM, "yes");
        shop.sweep();
        shop.hear(address());
    }
}

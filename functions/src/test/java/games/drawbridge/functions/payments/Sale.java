package games.drawbridge.functions.payments;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// One pack from its order to its letter, and half of its money back. Whoever is at work dies after
/// so many calls of what it depends on, once.
final class Sale {
    private static final int SWEEPS = 5;
    private static final Duration CLAIM = Duration.ofMinutes(16);

    private final Shop shop;
    private final Till till;
    private final String player;
    private final Then then;
    private String last = "";
    private boolean died;
    private boolean left;

    Sale(Shop shop, Till till, String player, Then then) {
        this.shop = shop;
        this.till = till;
        this.player = player;
        this.then = then;
    }

    /// What follows a death.
    enum Then {
        /// Who has spoken says it again: the client, the provider, the stream, the queue.
        AGAIN,
        /// The stream and the queue give up; the sweeps find what was left.
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
        if (!till.isAskable()) MetaTill.address(shop, player, address());
        shop.world.dieAfter(steps);
        String order = order();
        till.begin(address());
        tell(0);
        long early = shop.gems(player);

        till.pay();
        tell(100);
        if (then == Then.AGAIN || !till.isAskable()) show();
        long paid = shop.gems(player);

        till.refund();
        tell(50);
        long kept = shop.gems(player);
        shop.world.heal();
        claimsEnd();
        shop.world.tables().remove("Purchases", "ORDER#" + order, "HEAD", "pending");
        return new End(died, last, early, paid, kept, letters());
    }

    private String address() {
        return player + "@example.com";
    }

    private int letters() {
        return shop.world.ses().sentTo(address()).size();
    }

    /// Nothing can be paid before the client knows where, so it asks until it does.
    private String order() {
        String placed = till.order(player);
        return isOver() ? till.order(player) : placed;
    }

    /// What only the player knows a game shows whenever it is opened.
    private void show() {
        if (till.shows(player)) return;
        if (!isOver() || !till.shows(player)) throw new AssertionError("it is not understood");
    }

    /// The provider tells something, and all follows from it that should.
    ///
    /// @param gems that the player has then
    private void tell(long gems) {
        if (then == Then.UNTOLD) left = true;
        else {
            if (till.isAskable()) say(till::tells);
            else taken();
            say(shop::works);
            say(shop::bring);
            say(() -> shop.hear(address()));
        }
        if (left) minutesPass(gems);
    }

    /// A provider tells until it is taken: of most of what it tells nobody else would know.
    private void taken() {
        if (till.tells()) return;
        if (!isOver() || !till.tells()) throw new AssertionError("it is not taken");
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

    /// Five at most, or as many as it takes.
    private void minutesPass(long gems) {
        for (int n = 0; n < SWEEPS; n++) {
            shop.pass(Duration.ofSeconds(61), "notice", "ask", "yes");
            boolean isWhole = sweep(shop::reconcile) && sweep(shop::sweep);
            if (isWhole && shop.gems(player) == gems) break;
        }
        left = false;
    }

    /// A sweep that dies is not called again before its minute comes.
    ///
    /// @return whether it lived
    private boolean sweep(Runnable sweep) {
        try {
            sweep.run();
        } catch (RuntimeException fault) {
            if (!shop.world.isDead()) throw fault;
        }
        return !isOver();
    }

    /// Whoever had the letter and died has had it for long enough; but SES may have told before.
    private void claimsEnd() {
        shop.bring();
        shop.hear(address());
        shop.pass(CLAIM, "yes");
        shop.sweep();
        shop.hear(address());
    }
}

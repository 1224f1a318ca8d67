package games.drawbridge.functions.payments;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Together;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.web.Web;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Catalogue.Money;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What support does about payments.
public final class PaymentDesk {
    private final OrderTable orders;
    private final NoticeTable notices;
    private final Providers providers;
    private final Booking booking;
    private final InstantSource clock;
    private final Together together = new Together();

    public PaymentDesk(Aws aws, InstantSource clock) {
        orders = new OrderTable(aws);
        notices = new NoticeTable(aws);
        providers = Providers.of(aws, clock);
        booking = new Booking(aws, clock);
        this.clock = clock;
    }

    /// The order that is meant by its own id or by any id of a provider.
    public Optional<PaymentStory> find(String id) {
        return orders.find(id).or(() -> named(id).flatMap(orders::find)).map(this::story);
    }

    private Optional<String> named(String name) {
        var trip = together.trip();
        var found =
                providers
                        .names()
                        .map(provider -> trip.with(() -> orders.named(provider, name)))
                        .toList();
        trip.go();
        return found.stream().flatMap(order -> order.get().stream()).findFirst();
    }

    /// A player's, newest first.
    public List<PaymentStory> of(PlayerId player, int most) {
        return orders.of(player)
                .limit(most)
                .flatMap(id -> orders.find(id).stream())
                .map(kept -> PaymentStory.of(kept, List.of()))
                .toList();
    }

    private PaymentStory story(KeptOrder kept) {
        return PaymentStory.of(kept, notices.about(kept));
    }

    /// Asks the provider to give money back, and books what it then says. The goods go when the
    /// money has gone.
    ///
    /// @param amount in minor units; empty means all that is left
    /// @param key the same one gives it back once
    public PaymentStory refund(String order, Optional<Long> amount, String key) {
        var kept = orders.find(order).orElseThrow(() -> Problem.notFound("no such order"));
        var payment = kept.payment();
        var paid = payment.charge().orElseThrow(() -> refused("not-paid", "nothing was paid"));
        var money = new Money(amount.orElse(payment.left()), paid.currency());
        var provider = providers.find(kept.order().provider()).orElseThrow();
        String name = kept.name().orElseThrow();
        var before = orders.wished(order, key);
        if (before.isEmpty() && (money.amount() < 1 || money.amount() > payment.left()))
            throw refused("too-much", payment.left() + " are left");
        try {
            boolean isFirst = orders.wish(order, key, money, clock.instant());
            if (isFirst || provider.takesKeys())
                provider.refund(name, before.orElse(money), "refund-" + order + "-" + key);
            return story(provider.read(name).map(booking::bring).orElse(kept));
        } catch (PaymentRefused refused) {
            throw refused.problem();
        } catch (Web.Away away) {
            throw Problem.unavailable("provider-away", "look at the payment, then ask again", away);
        }
    }

    /// Takes money that is held for what was ordered: it is booked as it came, and the goods are
    /// granted to who ordered them. What was accepted before is answered as it stands.
    public PaymentStory accept(String order) {
        var kept = orders.find(order).orElseThrow(() -> Problem.notFound("no such order"));
        if (kept.payment().charge().isPresent()) return story(kept);
        if (kept.held() == null) throw refused("not-held", "no money is held");
        var provider = providers.find(kept.order().provider()).orElseThrow();
        try {
            var told = kept.name().flatMap(provider::read);
            return story(told.map(booking::accept).orElse(kept));
        } catch (PaymentRefused refused) {
            throw refused.problem();
        } catch (Web.Away away) {
            throw Problem.unavailable("provider-away", "ask again in a moment", away);
        }
    }

    private static Problem refused(String code, String detail) {
        return new Problem(422, code, detail);
    }
}

package games.drawbridge.functions.payments;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.functions.store.Shelf;
import games.drawbridge.functions.web.Web;
import games.drawbridge.model.payments.PaymentOrder;
import games.drawbridge.model.room.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/// Orders a pack for real money, once per key. Nothing is paid by it: what the client gets is what
/// its provider's own call needs.
@Route(value = "POST /v1/payments/orders", rate = 200, burst = 400)
public final class PlacePayment extends Endpoint {
    private final Shelf shelf;
    private final OrderTable orders;
    private final ProfileTable profiles;
    private final Providers providers;
    private final InstantSource clock = InstantSource.system();

    public PlacePayment() {
        this(Environment.system());
    }

    public PlacePayment(Environment environment) {
        var aws = new Aws(environment);
        shelf = new Shelf(aws, clock);
        orders = new OrderTable(aws);
        profiles = new ProfileTable(aws);
        providers = Providers.of(aws, clock);
    }

    @Override
    protected Reply answer(Request request) {
        var wish = PaymentWish.of(request);
        var provider = providers.on(wish.provider());
        var kept = orders.find(wish.id()).orElseGet(() -> place(wish));
        if (!wish.hash().equals(kept.request()))
            throw new Problem(422, "idempotency-mismatch", "this key was used with another body");
        var opened = kept.checkout() == null ? asked(provider, kept) : kept;
        var answer = new LinkedHashMap<String, Object>();
        answer.put("orderId", opened.id());
        answer.put("checkout", new Json(String.valueOf(opened.checkout())));
        return Reply.created(answer);
    }

    private KeptOrder place(PaymentWish wish) {
        var pack =
                shelf.catalogue().packs().stream()
                        .filter(each -> each.sku().equals(wish.sku()))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("no such pack for sale"));
        Instant now = Instant.ofEpochMilli(clock.millis());
        var profile = profiles.find(wish.player());
        String locale = profile.map(it -> it.locale()).orElse(null);
        var affiliate =
                wish.affiliate()
                        .or(() -> profile.flatMap(it -> Optional.ofNullable(it.affiliate())));
        var order =
                PaymentOrder.of(
                        wish.id(),
                        wish.player(),
                        wish.provider(),
                        pack,
                        wish.quantity(),
                        now,
                        affiliate.orElse(null),
                        locale);
        var kept = KeptOrder.placed(order, wish.hash());
        if (orders.save(kept, now)) return kept.stored();
        return orders.find(wish.id()).orElseThrow(PlacePayment::busy);
    }

    private KeptOrder asked(Provider provider, KeptOrder kept) {
        try {
            return open(provider, kept);
        } catch (Web.Away away) {
            throw Problem.unavailable("provider-away", "the provider does not answer", away);
        }
    }

    /// Asks the provider for a checkout and remembers it. Who asks at the same moment gets the same
    /// one, because the provider knows it by the order.
    private KeptOrder open(Provider provider, KeptOrder kept) {
        var checkout = provider.open(kept.order());
        var opened = kept.opened(JsonText.write(checkout.fields()));
        var named = checkout.payment().map(name -> opened.named(Set.of(), name)).orElse(opened);
        if (orders.save(named, clock.instant())) return named;
        return orders.find(kept.id())
                .filter(now -> now.checkout() != null)
                .orElseThrow(PlacePayment::busy);
    }

    private static Problem busy() {
        return Problem.unavailable("busy", "try again in a moment");
    }
}

package games.drawbridge.functions.payments;

import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.meta.AppSecrets;
import games.drawbridge.functions.meta.GraphApi;
import games.drawbridge.functions.meta.GraphPayment;
import games.drawbridge.functions.meta.InstantPurchase;
import games.drawbridge.functions.meta.MetaLimits;
import games.drawbridge.functions.meta.MetaRefused;
import games.drawbridge.functions.meta.SignedRequest;
import games.drawbridge.model.payments.Action;
import games.drawbridge.model.payments.PaymentOrder;
import games.drawbridge.model.payments.Truth;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Catalogue.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Purchases in an Instant Game. What Meta signed for the client is the charge's truth, and whoever
/// shows it first has bought it; what comes later the Graph says.
final class InstantProvider implements Provider {
    static final String NAME = "instant";

    private final GraphApi graph;
    private final String app;
    private final Products products;
    private final Supplier<AppSecrets> secrets;
    private final OrderTable orders;

    InstantProvider(
            GraphApi graph,
            String app,
            Products products,
            Supplier<AppSecrets> secrets,
            OrderTable orders) {
        this.graph = graph;
        this.app = app;
        this.products = products;
        this.secrets = secrets;
        this.orders = orders;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Checkout open(PaymentOrder order) {
        return new Checkout(Optional.empty(), Map.of("productID", order.sku()));
    }

    @Override
    public Told confirm(Fields proof, PlayerId player) {
        String signed = proof.text("signedRequest", 1, MetaLimits.TEXT);
        var order = proof.optionalText("orderId", 1, PaymentLimits.PAYMENT);
        try {
            var bought = InstantPurchase.of(SignedRequest.read(signed, secrets.get()));
            return told(bought, player, order.map(id -> own(id, player)).orElse(null));
        } catch (MetaRefused refused) {
            throw new PaymentRefused(401, refused.why().code(), "signedRequest");
        }
    }

    private String own(String order, PlayerId player) {
        return orders.find(order)
                .filter(kept -> kept.order().player().equals(player))
                .map(KeptOrder::id)
                .orElseThrow(() -> new PaymentRefused(404, "no-such-payment", "no such order"));
    }

    private Told told(InstantPurchase bought, PlayerId player, @Nullable String order) {
        if (!bought.app().equals(app))
            throw new PaymentRefused(422, "wrong-app", "a purchase in another game");
        if (!bought.action().equals("charge"))
            throw new PaymentRefused(422, "wrong-action", "it is no charge");
        if (bought.isConsumed() && orders.named(NAME, bought.token()).isEmpty())
            throw new PaymentRefused(422, "consumed", "consumed before it was granted here");
        var charge =
                new Action(
                        Action.Kind.CHARGE,
                        MetaTruth.charge(bought.payment()),
                        MetaMoney.of(bought.amount(), bought.currency()),
                        bought.at());
        return new Told(
                NAME,
                bought.payment(),
                Set.of(bought.token(), bought.payment()),
                order,
                new Truth(products.sku(bought.product()), 1, player, List.of(charge)),
                player,
                null,
                false,
                Books.NONE);
    }

    /// The Graph knows payments and no tokens; whose token it is we know once it was shown.
    @Override
    public Optional<Told> read(String name) {
        var payment =
                orders.named(NAME, name)
                        .flatMap(orders::find)
                        .flatMap(KeptOrder::name)
                        .orElse(name);
        return graph.payment(payment).map(this::told);
    }

    private Told told(GraphPayment payment) {
        if (!payment.app().equals(app))
            throw new PaymentRefused(422, "wrong-app", "a payment of another app");
        return new MetaTruth(payment).told(NAME, products.sku(payment.product()), null);
    }

    @Override
    public void refund(String payment, Money money, String key) {
        graph.refund(payment, MetaMoney.whole(money).toPlainString(), money.currency());
    }

    @Override
    public boolean takesKeys() {
        return false;
    }
}

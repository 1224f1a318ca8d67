package games.drawbridge.functions.payments;

import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.login.Identity;
import games.drawbridge.functions.login.IdentityTable;
import games.drawbridge.functions.meta.AppSecrets;
import games.drawbridge.functions.meta.GraphApi;
import games.drawbridge.functions.meta.GraphPayment;
import games.drawbridge.functions.meta.MetaLimits;
import games.drawbridge.functions.meta.MetaRefused;
import games.drawbridge.functions.meta.PaidDialog;
import games.drawbridge.functions.meta.SignedRequest;
import games.drawbridge.model.payments.PaymentOrder;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Catalogue.Money;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Facebook's canvas: the pay dialog over a page that describes the product. Meta has closed it to
/// new games; what was paid there goes on to be refunded and disputed.
final class FacebookProvider implements Provider {
    static final String NAME = "facebook";

    private final GraphApi graph;
    private final String app;
    private final Products products;
    private final Supplier<AppSecrets> secrets;
    private final IdentityTable identities;
    private final InstantSource clock;

    FacebookProvider(
            GraphApi graph,
            String app,
            Products products,
            Supplier<AppSecrets> secrets,
            IdentityTable identities,
            InstantSource clock) {
        this.graph = graph;
        this.app = app;
        this.products = products;
        this.secrets = secrets;
        this.identities = identities;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Checkout open(PaymentOrder order) {
        return new Checkout(
                Optional.empty(),
                Map.of(
                        "method", "pay",
                        "action", "purchaseitem",
                        "product", products.address(order.sku()),
                        "quantity", order.quantity(),
                        "request_id", order.id()));
    }

    @Override
    public Told confirm(Fields proof, PlayerId player) {
        String signed = proof.text("signedRequest", 1, MetaLimits.TEXT);
        try {
            var payload = SignedRequest.read(signed, secrets.get());
            var paid = PaidDialog.of(payload, clock.instant());
            return read(paid.payment())
                    .orElseThrow(
                            () -> new PaymentRefused(404, "no-such-payment", "the Graph has none"));
        } catch (MetaRefused refused) {
            throw new PaymentRefused(401, refused.why().code(), "signedRequest");
        }
    }

    @Override
    public Optional<Told> read(String payment) {
        return graph.payment(payment).map(this::told);
    }

    private Told told(GraphPayment payment) {
        if (!payment.app().equals(app))
            throw new PaymentRefused(422, "wrong-app", "a payment of another app");
        var payer = payment.user().map(Identity::facebook).flatMap(identities::player);
        return new MetaTruth(payment)
                .told(NAME, products.sku(payment.product()), payer.orElse(null));
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

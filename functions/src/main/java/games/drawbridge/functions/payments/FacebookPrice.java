package games.drawbridge.functions.payments;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import games.drawbridge.functions.meta.MetaRefused;
import games.drawbridge.functions.meta.MetaSecrets;
import games.drawbridge.functions.meta.PriceQuestion;
import games.drawbridge.functions.meta.SignedRequest;
import games.drawbridge.functions.store.Shelf;
import games.drawbridge.model.store.Catalogue;
import java.time.InstantSource;
import java.util.LinkedHashMap;

/// The canvas asks what a pack costs in the user's currency; of what the form says only the signed
/// part counts. The price is for one piece.
@Route(value = "POST /v1/payments/facebook/price", who = Who.ANYBODY, rate = 200, burst = 400)
public final class FacebookPrice extends Endpoint {
    private static final String METHOD = "payments_get_item_price";

    private final MetaSecrets secrets;
    private final Shelf shelf;
    private final Products products;
    private final InstantSource clock = InstantSource.system();

    public FacebookPrice() {
        this(Environment.system());
    }

    public FacebookPrice(Environment environment) {
        var aws = new Aws(environment);
        secrets = new MetaSecrets(aws, clock);
        shelf = new Shelf(aws, clock);
        products = new Products(environment.get("ORIGIN"));
    }

    @Override
    protected Reply answer(Request request) {
        var question = question(request);
        var price = price(pack(products.sku(question.product())), question.currency());
        var content = new LinkedHashMap<String, Object>();
        content.put("product", question.product());
        content.put("amount", MetaMoney.whole(price));
        content.put("currency", price.currency());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("content", content);
        answer.put("method", METHOD);
        return Reply.ok(answer);
    }

    private PriceQuestion question(Request request) {
        String signed =
                request.form("signed_request", PaymentLimits.FORM)
                        .orElseThrow(() -> Problem.badInput("signed_request is missing"));
        try {
            return PriceQuestion.of(SignedRequest.read(signed, secrets.get()), clock.instant());
        } catch (MetaRefused refused) {
            var why = new PaymentRefused(401, refused.why().code(), "signed_request");
            throw why.problem().counted(why.count(FacebookProvider.NAME, clock.instant()));
        }
    }

    private Catalogue.Pack pack(String sku) {
        return shelf.catalogue().packs().stream()
                .filter(each -> each.sku().equals(sku))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("no such pack for sale"));
    }

    /// In the user's currency if the pack has a price in it, and else in the usual one.
    private static Catalogue.Money price(Catalogue.Pack pack, String currency) {
        return pack.prices().stream()
                .filter(each -> each.currency().equals(currency))
                .findFirst()
                .orElse(pack.prices().getFirst());
    }
}

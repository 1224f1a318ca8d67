package games.drawbridge.functions.market;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Page;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.market.MarketLimits;
import games.drawbridge.model.market.Offer;
import games.drawbridge.model.wallet.Unit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is on offer of a good, the cheapest piece first, or with `mine=true` the caller's own
/// offers, newest first.
@Route("GET /v1/market/offers")
public final class ListOffers extends Endpoint {
    private final OfferTable offers;

    ListOffers(OfferTable offers) {
        this.offers = offers;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Found(List<View> offers, @Nullable String next) {}

    @Override
    protected Reply answer(Request request) {
        if (request.query("mine").filter("true"::equals).isPresent()) {
            var page = request.page("offers of " + request.player());
            return found(page, offers.of(request.player(), page), OfferTable::byTime);
        }
        var item = item(request);
        long most = request.query("price", MarketLimits.PRICE, 1, MarketLimits.PRICE);
        var page = request.page("offers of " + item);
        return found(page, offers.open(item, most * 1_000_000, page), OfferTable::byCost);
    }

    private static Reply found(Page page, List<Offer> read, Function<Offer, String> position) {
        var all = page.of(read).stream().map(View::of).toList();
        return Reply.ok(new Found(all, page.next(read, position)));
    }

    /// The good that is asked about.
    static Unit item(Request request) {
        var text = request.query("item").orElseThrow(() -> Problem.badInput("item is missing"));
        try {
            var unit = new Unit(text);
            if (Offer.isGood(unit)) return unit;
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw Problem.badInput("item must be a good, as item:disc-blue");
    }
}

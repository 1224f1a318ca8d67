package games.drawbridge.functions.market;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.market.Offer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was paid for a good lately, newest first.
@Route("GET /v1/market/prices")
public final class ListPrices extends Endpoint {
    private final SaleTable sales;

    ListPrices(SaleTable sales) {
        this.sales = sales;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Answer(
            String item,
            String currency,
            @Nullable Long median,
            List<SaleTable.Sale> sales,
            @Nullable String next) {}

    @Override
    protected Reply answer(Request request) {
        var item = ListOffers.item(request);
        var page = request.page("prices of " + item);
        var read = sales.newest(item, page);
        var lately = sales.lately(item);
        return Reply.ok(
                new Answer(
                        OfferTable.shelf(item),
                        Offer.CURRENCY.value(),
                        lately.areKnown() ? (Long) lately.piece() : null,
                        page.of(read),
                        page.next(read, SaleTable.Sale::position)));
    }
}

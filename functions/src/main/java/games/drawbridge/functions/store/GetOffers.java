package games.drawbridge.functions.store;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.wallet.BalanceTable;
import games.drawbridge.functions.wallet.BoughtTable;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Customer;
import games.drawbridge.model.store.Storefront;
import games.drawbridge.model.wallet.Unit;
import java.time.InstantSource;
import java.util.HashMap;

/// The store as it is for the caller: what they can buy, at the price that they pay. First-purchase
/// offers, experiments, requirements and limits are in it.
@Route("GET /v1/store/offers")
public final class GetOffers extends Endpoint {
    private final InstantSource clock = InstantSource.system();
    private final Shelf shelf;
    private final BalanceTable balances;
    private final BoughtTable bought;

    public GetOffers() {
        this(Environment.system());
    }

    public GetOffers(Environment environment) {
        var aws = new Aws(environment);
        shelf = new Shelf(aws, clock);
        balances = new BalanceTable(aws);
        bought = new BoughtTable(aws);
    }

    @Override
    protected Reply answer(Request request) {
        var customer = customer(request.player());
        return Reply.ok(Storefront.of(shelf.catalogue(), customer, clock.instant()));
    }

    private Customer customer(PlayerId player) {
        var held = new HashMap<Unit, Long>();
        balances.of(player).forEach(balance -> held.put(balance.unit(), balance.amount()));
        return new Customer(player, held, bought.of(player));
    }
}

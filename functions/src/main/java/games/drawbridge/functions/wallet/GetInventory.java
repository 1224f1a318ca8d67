package games.drawbridge.functions.wallet;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.store.Catalogue;
import java.util.Map;

/// The caller's goods: `{"items":[{"kind":"item","id":"disc-blue","amount":1}]}`.
@Route("GET /v1/inventory")
public final class GetInventory extends Endpoint {
    private final BalanceTable balances;

    public GetInventory() {
        this(Environment.system());
    }

    public GetInventory(Environment environment) {
        balances = new BalanceTable(new Aws(environment));
    }

    @Override
    protected Reply answer(Request request) {
        var items =
                balances.of(request.player()).stream()
                        .filter(balance -> !balance.unit().isCurrency() && balance.amount() > 0)
                        .map(GetInventory::good)
                        .toList();
        return Reply.ok(Map.of("items", items));
    }

    private static Catalogue.Grant good(Balance balance) {
        return new Catalogue.Grant(balance.unit().kind(), balance.unit().id(), balance.amount());
    }
}

package games.drawbridge.functions.wallet;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import java.util.Map;

/// The caller's goods: `{"items":[{"kind":"item","id":"disc-blue","amount":1}]}`.
@Route("GET /v1/inventory")
public final class GetInventory extends Endpoint {
    private final BalanceTable balances;
    private final Inventory inventory;

    public GetInventory() {
        this(Environment.system());
    }

    public GetInventory(Environment environment) {
        var aws = new Aws(environment);
        balances = new BalanceTable(aws);
        inventory = new Inventory(aws);
    }

    @Override
    protected Reply answer(Request request) {
        return Reply.ok(Map.of("items", inventory.of(balances.of(request.player()))));
    }
}

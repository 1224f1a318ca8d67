package games.drawbridge.functions.wallet;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import java.util.Map;
import java.util.TreeMap;

/// The caller's currencies: `{"balances":{"gold":50}}`.
@Route("GET /v1/wallet")
public final class GetWallet extends Endpoint {
    private final BalanceTable balances;

    public GetWallet() {
        this(Environment.system());
    }

    public GetWallet(Environment environment) {
        balances = new BalanceTable(new Aws(environment));
    }

    @Override
    protected Reply answer(Request request) {
        var currencies = new TreeMap<String, Long>();
        for (var balance : balances.of(request.player()))
            if (balance.unit().isCurrency())
                currencies.put(balance.unit().value(), balance.amount());
        return Reply.ok(Map.of("balances", currencies));
    }
}

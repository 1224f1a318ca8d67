package games.drawbridge.functions.wallet;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;

/// The caller's currencies, and what they owe: `{"balances":{"gold":50}}`.
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
        return Reply.ok(WalletView.of(balances.of(request.player())));
    }
}

package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.wallet.BalanceTable;
import games.drawbridge.functions.wallet.Inventory;
import games.drawbridge.functions.wallet.WalletView;
import games.drawbridge.model.player.PlayerId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a player has, and owes.
@Route(value = "GET /v1/admin/players/{id}/wallet", rate = 50, burst = 100)
public final class ShowWallet extends AdminEndpoint {
    private final BalanceTable balances;
    private final Inventory inventory;

    public ShowWallet() {
        this(Environment.system());
    }

    public ShowWallet(Environment environment) {
        this(new Aws(environment));
    }

    private ShowWallet(Aws aws) {
        super(aws, Role.SUPPORT, false);
        balances = new BalanceTable(aws);
        inventory = new Inventory(aws);
    }

    private record Answer(
            Map<String, Long> balances, Map<String, Long> debts, List<Inventory.Line> items) {}

    @Override
    @Nullable String subject(Request request) {
        return request.path("id", PlayerId::new).value();
    }

    @Override
    Act act(Request request) {
        var held = balances.of(request.path("id", PlayerId::new));
        var wallet = WalletView.of(held);
        return Act.read(new Answer(wallet.balances(), wallet.debts(), inventory.of(held)));
    }
}

package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.wallet.EntryTable;
import games.drawbridge.functions.wallet.ListEntries;
import games.drawbridge.model.player.PlayerId;
import org.jspecify.annotations.Nullable;

/// What changed in a player's wallet, newest first.
@Route(value = "GET /v1/admin/players/{id}/wallet/entries", rate = 50, burst = 100)
public final class ListWalletEntries extends AdminEndpoint {
    private final EntryTable entries;

    public ListWalletEntries() {
        this(Environment.system());
    }

    public ListWalletEntries(Environment environment) {
        this(new Aws(environment));
    }

    private ListWalletEntries(Aws aws) {
        super(aws, Role.SUPPORT, false);
        entries = new EntryTable(aws);
    }

    @Override
    @Nullable String subject(Request request) {
        return request.path("id", PlayerId::new).value();
    }

    @Override
    Act act(Request request) {
        var player = request.path("id", PlayerId::new);
        return Act.read(ListEntries.listing(request, player, entries));
    }
}

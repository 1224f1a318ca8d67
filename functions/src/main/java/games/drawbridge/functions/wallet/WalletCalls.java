package games.drawbridge.functions.wallet;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;

/// What a player may read of their own wallet.
public final class WalletCalls extends Calls {
    public WalletCalls() {
        this(Environment.system());
    }

    public WalletCalls(Environment environment) {
        super(
                new GetWallet(environment),
                new ListEntries(environment),
                new GetInventory(environment));
    }
}

package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;

/// What support sees and does in players' wallets.
public final class WalletSupportCalls extends Calls {
    public WalletSupportCalls() {
        this(Environment.system());
    }

    public WalletSupportCalls(Environment environment) {
        super(
                new ShowWallet(environment),
                new ListWalletEntries(environment),
                new GrantGoods(environment));
    }
}

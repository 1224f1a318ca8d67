package games.drawbridge.functions.wallet;

import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.holding.Holding;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Account;
import games.drawbridge.model.wallet.Leg;
import games.drawbridge.model.wallet.Transaction;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Currencies and goods, and how much was bought of what. They move as transactions; the ledger
/// itself is never rewritten, and names no person.
public final class WalletHolding implements Holding {
    /// Where the wallets of players go who are forgotten.
    private static final Account FORGOTTEN = new Account("system:forgotten");

    private static final int ID_SYMBOLS = 20;

    private final BalanceTable balances;
    private final EntryTable entries;
    private final BoughtTable bought;
    private final WalletTable wallets;
    private final RandomText random;

    public WalletHolding(Aws aws, InstantSource clock) {
        var dice = new SecureRandom();
        balances = new BalanceTable(aws);
        entries = new EntryTable(aws);
        bought = new BoughtTable(aws);
        wallets = new WalletTable(aws, clock, dice);
        random = new RandomText(dice);
    }

    @Override
    public String name() {
        return "wallet";
    }

    @Override
    public Object export(PlayerId player) {
        var held = new LinkedHashMap<String, Long>();
        var owed = new LinkedHashMap<String, Long>();
        for (var each : balances.of(player))
            if (each.owed() > 0) owed.put(each.unit().value(), each.owed());
            else held.put(each.unit().value(), each.amount());
        return Map.of(
                "balances",
                held,
                "debts",
                owed,
                "entries",
                entries.all(player),
                "bought",
                bought.of(player));
    }

    @Override
    public void move(PlayerId from, PlayerId into) {
        empty(from, Account.of(into), "merge");
        bought.move(from, into);
    }

    @Override
    public void erase(PlayerId player) {
        empty(player, FORGOTTEN, "forgotten");
        bought.erase(player);
    }

    /// What is in the wallet when it is looked at goes over; what comes later goes with the next
    /// call. A transaction that another one was faster than is not done, and is looked at again.
    private void empty(PlayerId from, Account into, String reason) {
        for (var left = balances.of(from); !left.isEmpty(); left = balances.of(from)) {
            var legs = new ArrayList<Leg>();
            for (var each : left.subList(0, Math.min(left.size(), Transaction.MOST_LEGS / 2)))
                legs.addAll(over(each, into));
            String id = reason + "#" + from + "#" + random.symbols(ID_SYMBOLS);
            wallets.apply(new Transaction(id, reason, List.copyOf(legs)));
        }
    }

    /// Who owes holds nothing, so it is one or the other.
    private static List<Leg> over(Balance each, Account into) {
        var from = Account.of(each.player());
        return each.owed() > 0
                ? Transaction.move(from, into, each.unit().debt(), each.owed())
                : Transaction.move(from, into, each.unit(), each.amount());
    }
}

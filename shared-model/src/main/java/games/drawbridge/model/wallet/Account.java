package games.drawbridge.model.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import games.drawbridge.model.player.PlayerId;
import java.util.Optional;

/// One side of a leg: a player's wallet (`player:ID`), a system account (`system:store`), or one
/// that keeps real money (`real:stripe`). Only wallets have a balance that is kept; another
/// account's is the sum of its legs, so that no row is hot.
public record Account(@JsonValue String value) {
    private static final String PLAYER = "player:";
    private static final String REAL = "real:";

    /// Where prizes come from.
    public static final Account PRIZES = new Account("system:prizes");

    /// Where goods come from and their price goes.
    public static final Account STORE = new Account("system:store");

    /// What players owe: it lends what was not there any more when something was taken back.
    public static final Account DEBTS = new Account("system:debts");

    /// What support gives and takes.
    public static final Account SUPPORT = new Account("system:support");

    /// What was sold for real money.
    public static final Account SALES = real("sales");

    /// @throws IllegalArgumentException when it is none of these forms
    @JsonCreator
    public Account {
        if (!value.startsWith(PLAYER) && !value.startsWith("system:") && !value.startsWith(REAL))
            throw new IllegalArgumentException("not an account: " + value);
    }

    /// An account of real money: a provider's, or what it is set off against.
    public static Account real(String name) {
        return new Account(REAL + name);
    }

    public static Account of(PlayerId player) {
        return new Account(PLAYER + player);
    }

    /// Whether it keeps real money, and nothing else.
    public boolean isReal() {
        return value.startsWith(REAL);
    }

    /// Whose wallet it is; empty for a system account.
    public Optional<PlayerId> player() {
        return value.startsWith(PLAYER)
                ? Optional.of(new PlayerId(value.substring(PLAYER.length())))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

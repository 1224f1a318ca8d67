package games.drawbridge.model.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import games.drawbridge.model.player.PlayerId;
import java.util.Optional;

/// One side of a leg: a player's wallet (`player:ID`) or a system account (`system:store`). Only
/// wallets have a balance that is kept; a system account's is the sum of its legs, so that no row
/// is hot.
public record Account(@JsonValue String value) {
    private static final String PLAYER = "player:";

    /// Where prizes come from.
    public static final Account PRIZES = new Account("system:prizes");

    /// Where goods come from and their price goes.
    public static final Account STORE = new Account("system:store");

    /// @throws IllegalArgumentException when it is neither form
    @JsonCreator
    public Account {
        if (!value.startsWith(PLAYER) && !value.startsWith("system:"))
            throw new IllegalArgumentException("not an account: " + value);
    }

    public static Account of(PlayerId player) {
        return new Account(PLAYER + player);
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

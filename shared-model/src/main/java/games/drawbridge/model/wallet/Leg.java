package games.drawbridge.model.wallet;

/// One line of a transaction: `amount` of `unit` comes into the account, or goes out when negative.
/// Real money moves between accounts of real money, and nothing else does.
public record Leg(Account account, Unit unit, long amount) {
    /// @throws IllegalArgumentException when it moves nothing, or a unit where it cannot be
    public Leg {
        if (amount == 0) throw new IllegalArgumentException("a leg of nothing");
        if (unit.owed().isMoney() != account.isReal())
            throw new IllegalArgumentException("no " + unit + " in " + account);
    }
}

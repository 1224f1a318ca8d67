package games.drawbridge.model.wallet;

/// One line of a transaction: `amount` of `unit` comes into the account, or goes out when negative.
public record Leg(Account account, Unit unit, long amount) {
    public Leg {
        if (amount == 0) throw new IllegalArgumentException("a leg of nothing");
    }
}

package games.drawbridge.model.wallet;

/// How one unit stands in a wallet. Who owes holds nothing: what comes in pays the debt first.
///
/// @param owed what was taken back and was not there any more
public record Standing(long held, long owed) {

    /// Of who never had any.
    public static final Standing NOTHING = new Standing(0, 0);

    /// @throws IllegalArgumentException when one is below zero
    public Standing {
        if (held < 0 || owed < 0) throw new IllegalArgumentException(held + " held, " + owed);
    }

    /// What is held, less what is owed.
    static Standing of(long net) {
        return new Standing(Math.max(net, 0), Math.max(-net, 0));
    }

    long net() {
        return held - owed;
    }
}

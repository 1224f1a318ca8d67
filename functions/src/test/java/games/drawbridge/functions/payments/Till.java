package games.drawbridge.functions.payments;

/// A provider and its payer, as one sale of a pack of 100 gems needs them.
interface Till {
    /// @return the order's id; empty when the call failed
    String order(String player);

    /// Somebody begins to pay.
    void begin(String address);

    /// And has paid.
    void pay();

    /// Half of it goes back.
    void refund();

    /// The provider tells of the payment.
    ///
    /// @return whether it is taken
    boolean tells();

    /// The player shows it.
    ///
    /// @return whether it is understood
    boolean shows(String player);

    /// Whether the provider can be asked about an order of which neither has told anything.
    boolean isAskable();
}

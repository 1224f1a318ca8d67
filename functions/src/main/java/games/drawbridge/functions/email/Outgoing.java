package games.drawbridge.functions.email;

/// A confirmation that is to be sent, as it waits beside its order.
///
/// @param attempts to send it, with the one that begins now
record Outgoing(String order, Confirmation confirmation, long attempts) {
    /// What tells of a letter's order when SES tells of the letter.
    static final String TAG = "order";
}

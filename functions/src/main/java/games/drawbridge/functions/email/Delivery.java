package games.drawbridge.functions.email;

/// What became of a letter that was handed to SES.
public sealed interface Delivery {

    /// SES has it and will try.
    ///
    /// @param message the name that SES gave it
    record Accepted(String message) implements Delivery {}

    /// SES will never take it, for a reason that another try does not change.
    record Refused(String why) implements Delivery {}

    /// It was surely not sent, and may be later.
    record NotNow(String why, RuntimeException cause) implements Delivery {}

    /// There was no answer: SES may have it or not.
    record Unknown(RuntimeException cause) implements Delivery {}
}

package games.drawbridge.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;

/// What came of an invocation.
public sealed interface Outcome {

    record Answered(JsonNode answer) implements Outcome {}

    /// The function threw, took too long, or answered with something that can't be passed on.
    ///
    /// @param type the exception's class, or Lambda's own word
    record Failed(String type, String message) implements Outcome {}

    /// As many instances as may be are at work.
    record Throttled() implements Outcome {}

    /// The event is larger than Lambda takes.
    record TooLarge() implements Outcome {}
}

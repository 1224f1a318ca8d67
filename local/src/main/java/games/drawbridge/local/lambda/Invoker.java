package games.drawbridge.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;

/// Begins invocations of functions.
@FunctionalInterface
public interface Invoker {

    /// Begins at once; never completes with an exception.
    ///
    /// @throws IllegalArgumentException when there is no such function
    CompletableFuture<Outcome> invoke(String function, JsonNode event);
}

package games.drawbridge.functions.aws;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Tells a transaction that met another writer from one that failed.
public final class Collision {
    private static final List<String> OURS =
            List.of("None", "ConditionalCheckFailed", "TransactionConflict");

    private Collision() {}

    /// Nothing, when others wrote the same rows: look again.
    ///
    /// @throws TransactionCanceledException when the reason is another one
    public static void orThrow(TransactionCanceledException cancelled) {
        boolean collided =
                cancelled.cancellationReasons().stream()
                        .map(CancellationReason::code)
                        .allMatch(OURS::contains);
        if (!collided) throw cancelled;
    }
}

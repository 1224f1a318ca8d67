package games.drawbridge.functions.aws;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Tells a transaction that met another writer from one that failed.
public final class Collision {
    private static final String REFUSED = "ConditionalCheckFailed";
    private static final List<String> OURS = List.of("None", REFUSED, "TransactionConflict");

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

    /// Whether the `n`-th row was not as its condition wants it.
    ///
    /// @throws TransactionCanceledException when the reason is one that has nothing to do with rows
    public static boolean isRefused(TransactionCanceledException cancelled, int n) {
        orThrow(cancelled);
        return REFUSED.equals(cancelled.cancellationReasons().get(n).code());
    }

    /// Which rows from the `own`-th on were not as their conditions want them, counted from there.
    /// Empty when others wrote the rows before it, of which the first says whether it was done:
    /// look again.
    ///
    /// @throws TransactionCanceledException when the reason is another one
    public static Optional<List<Integer>> refused(TransactionCanceledException cancelled, int own) {
        orThrow(cancelled);
        var reasons = cancelled.cancellationReasons();
        var beside =
                IntStream.range(own, reasons.size())
                        .filter(n -> REFUSED.equals(reasons.get(n).code()))
                        .mapToObj(n -> n - own)
                        .toList();
        boolean done = REFUSED.equals(reasons.getFirst().code());
        return done || beside.isEmpty() ? Optional.empty() : Optional.of(beside);
    }
}

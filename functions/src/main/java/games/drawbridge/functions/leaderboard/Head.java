package games.drawbridge.functions.leaderboard;

import games.drawbridge.model.leaderboard.tree.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The root of a ranking's tree. What a batch writes beside it counts from the moment when the head
/// names that batch.
///
/// @param batch the last that counts; 0 before the first
/// @param fence whoever took over from a batch that never ended puts its own number here, and that
///   batch can no longer become the last
/// @param lost batches up to the last that never came to count
/// @param at when the last batch was written
/// @param next the generation that took this one's place
record Head(
        Tree tree, long batch, long fence, List<Long> lost, Instant at, Optional<Integer> next) {
    static final Head NONE = new Head(Tree.EMPTY, 0, 0, List.of(), Instant.EPOCH, Optional.empty());

    boolean counts(long written) {
        return written <= batch && !lost.contains(written);
    }

    /// The head of the next batch, which is `number`: whatever lies between never came to count.
    Head after(Tree changed, long number, Instant now) {
        var missing = new ArrayList<>(lost);
        for (long n = batch + 1; n < number; n++) missing.add(n);
        return new Head(changed, number, fence, missing, now, next);
    }
}

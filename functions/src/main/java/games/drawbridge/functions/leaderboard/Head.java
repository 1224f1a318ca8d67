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
/// @param lost batches up to the last that may have been written and never came to count
/// @param at when the last batch was written
/// @param next the generation that took this one's place
record Head(
        Tree tree, long batch, long fence, List<Lost> lost, Instant at, Optional<Integer> next) {
    static final Head NONE = new Head(Tree.EMPTY, 0, 0, List.of(), Instant.EPOCH, Optional.empty());

    /// All batches from one to another: `7-9`.
    record Lost(long from, long to) {
        static Lost of(String text) {
            String[] ends = text.split("-", -1);
            return new Lost(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
        }

        @Override
        public String toString() {
            return from + "-" + to;
        }
    }

    boolean counts(long written) {
        return written <= batch
                && lost.stream().noneMatch(each -> written >= each.from && written <= each.to);
    }

    /// The head of the next batch, which is `number`. If somebody was taken over since this one,
    /// what lies between is lost; if nobody was, nothing was written there.
    Head after(Tree changed, long number, Instant now) {
        var missing = new ArrayList<>(lost);
        if (fence > batch && number > batch + 1) missing.add(new Lost(batch + 1, number - 1));
        return new Head(changed, number, fence, missing, now, next);
    }
}

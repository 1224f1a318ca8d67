package games.drawbridge.functions.log;

import java.util.List;

/// Batches one behind the other, each at a place of its own. Places rise with the batches' ids,
/// with gaps.
interface Stretch {

    record Placed(long place, Batch batch) {}

    /// The batches from this place on, in order; fewer than `count` only where they end.
    List<Placed> forward(long place, int count);

    /// The batches before this place, newest first; fewer than `count` only where they begin.
    List<Placed> backward(long place, int count);
}

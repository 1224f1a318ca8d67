package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.aws.Aws;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Holds some of a ranking against the scores that it is made of, and puts right what differs.
final class Audit {
    private final ScoreTable scores;
    private final Folds folds;
    private final InstantSource clock;
    private final RandomGenerator dice = new SecureRandom();

    Audit(Aws aws, Folds folds, InstantSource clock) {
        scores = new ScoreTable(aws, new SecureRandom());
        this.folds = folds;
        this.clock = clock;
    }

    /// @param checked scores that were looked at
    /// @param wrong of which the ranking said something else
    record Finding(int checked, int wrong) {}

    /// Looks at some scores of one lane that had time enough to be folded.
    Finding sample(Group group) {
        int lane = dice.nextInt(BoardLimits.LANES);
        var after = Optional.of(Integer.toString(dice.nextInt(36), 36));
        var who = new ArrayList<>(scores.lane(group, lane, after, BoardLimits.SAMPLE));
        long settled = clock.millis() - BoardLimits.LEASE.toMillis() * 8;
        var places = scores.read(group, who);
        who.removeIf(one -> !places.containsKey(one) || places.get(one).at() > settled);
        return new Finding(who.size(), who.isEmpty() ? 0 : folds.fold(group, who));
    }
}

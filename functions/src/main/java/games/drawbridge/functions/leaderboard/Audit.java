package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.aws.Aws;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Holds rankings against the scores that they are made of, and puts right what differs.
final class Audit {
    private final ScoreTable scores;
    private final Standings standings;
    private final Folds folds;
    private final InstantSource clock;
    private final RandomGenerator dice = new SecureRandom();

    Audit(Aws aws, Folds folds, InstantSource clock) {
        scores = new ScoreTable(aws, new SecureRandom());
        standings = new Standings(aws);
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

    /// Looks at every score of a ranking, and then at how many entries it has.
    ///
    /// @throws IllegalStateException when they are still not as many
    void right(Ranking ranking) {
        long wanted = all(ranking.group());
        long counted = standings.read(ranking, List.of(), View::of);
        if (counted != wanted)
            throw new IllegalStateException(
                    ranking + " has " + counted + " entries and not " + wanted);
    }

    /// Folds everybody.
    ///
    /// @return how many of them may stand on boards
    long all(Group group) {
        long wanted = 0;
        for (int lane = 0; lane < BoardLimits.LANES; lane++) {
            var who = scores.lane(group, lane, Optional.empty(), BoardLimits.BATCH);
            while (!who.isEmpty()) {
                folds.fold(group, who);
                var out = group.clans() ? Set.<String>of() : scores.out(who, clock.millis());
                wanted += who.size() - out.size();
                who = scores.lane(group, lane, Optional.of(who.getLast()), BoardLimits.BATCH);
            }
        }
        return wanted;
    }
}

package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Lease;
import games.drawbridge.functions.leaderboard.RebuildTable.Walk;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Makes a ranking anew from its scores while the old one is read and goes on: every fold goes into
/// both generations from the first moment on, whoever was there before is folded in one by one, and
/// then readers are led to the new one. It may take several runs, each of which goes on where the
/// one before stopped or died.
final class Rebuild {
    private final ScoreTable scores;
    private final RankTable ranks;
    private final ClaimTable claims;
    private final RebuildTable rebuilds;
    private final Folds folds;
    private final InstantSource clock;
    private final RandomText random = new RandomText(new SecureRandom());

    Rebuild(Aws aws, Folds folds, InstantSource clock) {
        scores = new ScoreTable(aws, new SecureRandom());
        ranks = new RankTable(aws);
        claims = new ClaimTable(aws, clock);
        rebuilds = new RebuildTable(aws, clock);
        this.folds = folds;
        this.clock = clock;
    }

    /// @param time whether there is time for one more batch
    /// @throws IllegalStateException when the new one has not as many entries as there are scores;
    ///   the next run begins again
    void run(Ranking ranking, BooleanSupplier time) {
        String me = Lease.holder(random);
        var walk = rebuilds.take(ranking, me);
        if (walk.isEmpty()) return;
        int next = build(ranking);
        var at = walk.get();
        while (!at.isOver()) {
            if (!time.getAsBoolean()) {
                rebuilds.give(ranking, me);
                return;
            }
            at = step(ranking.group(), at);
            if (!rebuilds.keep(ranking, me, at)) return;
        }
        turn(ranking, me, next, at.standing());
    }

    /// From now on every batch goes into the next generation as well.
    private int build(Ranking ranking) {
        var claim = claims.claim(ranking);
        int next = claim.building().orElse(claim.live() + 1);
        claims.build(claim, next);
        claims.release(claim, true);
        return next;
    }

    private Walk step(Group group, Walk at) {
        var who = scores.lane(group, at.lane(), at.after(), BoardLimits.BATCH);
        if (who.isEmpty()) return new Walk(at.lane() + 1, Optional.empty(), at.standing());
        folds.fold(group, who);
        var out = group.clans() ? Set.<String>of() : scores.out(who, clock.millis());
        return new Walk(
                at.lane(), Optional.of(who.getLast()), at.standing() + who.size() - out.size());
    }

    /// The old one need not be right: it may hold somebody whose score is gone. Then the new one is
    /// whole when it has as many as were seen.
    private void turn(Ranking ranking, String me, int next, long standing) {
        var claim = claims.claim(ranking);
        long old = ranks.head(ranking, claim.live(), true).tree().count();
        long made = ranks.head(ranking, next, true).tree().count();
        boolean whole = made == old || made == standing;
        if (whole) {
            ranks.lead(ranking, claim.live(), next);
            if (claim.live() != 1) ranks.lead(ranking, 1, next);
            claims.turn(claim, next);
        }
        claims.release(claim, true);
        if (whole) {
            rebuilds.done(ranking, me);
            return;
        }
        rebuilds.keep(ranking, me, Walk.START);
        rebuilds.give(ranking, me);
        throw new IllegalStateException(
                "%s has %d and anew %d of %d".formatted(ranking, old, made, standing));
    }
}

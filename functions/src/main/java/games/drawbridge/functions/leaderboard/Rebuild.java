package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.aws.Aws;
import java.time.InstantSource;

/// Makes a ranking anew from its scores while the old one is read and goes on: every fold goes into
/// both generations from the first moment on, whoever was there before is folded in one by one, and
/// then readers are led to the new one.
final class Rebuild {
    private final RankTable ranks;
    private final ClaimTable claims;
    private final Audit audit;

    Rebuild(Aws aws, Folds folds, InstantSource clock) {
        ranks = new RankTable(aws);
        claims = new ClaimTable(aws, clock);
        audit = new Audit(aws, folds, clock);
    }

    /// @throws IllegalStateException when the new one has not as many entries as there are scores
    void run(Ranking ranking) {
        var begun = claims.claim(ranking);
        int next = begun.building().orElse(begun.live() + 1);
        claims.build(begun, next);
        claims.release(begun, true);

        audit.all(ranking.group());

        var claim = claims.claim(ranking);
        long old = ranks.head(ranking, claim.live(), true).tree().count();
        long made = ranks.head(ranking, next, true).tree().count();
        boolean whole = old == made;
        if (whole) {
            ranks.lead(ranking, claim.live(), next);
            if (claim.live() != 1) ranks.lead(ranking, 1, next);
            claims.turn(claim, next);
        }
        claims.release(claim, true);
        if (!whole) throw new IllegalStateException(ranking + " has " + old + " and anew " + made);
    }
}

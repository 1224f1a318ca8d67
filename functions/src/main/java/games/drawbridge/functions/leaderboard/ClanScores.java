package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.leaderboard.BoardId;
import games.drawbridge.model.leaderboard.Period;
import games.drawbridge.model.title.Title;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// What clans have gathered on a board, to read.
public final class ClanScores {
    private final ScoreTable scores;

    public ClanScores(Aws aws) {
        scores = new ScoreTable(aws, new SecureRandom());
    }

    /// The points of these in a period; who has none is left out.
    public Map<ClanId, Long> of(BoardId board, Period period, Collection<ClanId> clans) {
        var declared = Title.TITLE.board(board);
        if (declared.isEmpty() || clans.isEmpty()) return Map.of();
        var group = new Group(declared.get(), period, true);
        var points = new HashMap<ClanId, Long>();
        scores.read(group, clans.stream().map(ClanId::value).toList())
                .forEach((clan, place) -> points.put(new ClanId(clan), place.score()));
        return points;
    }
}

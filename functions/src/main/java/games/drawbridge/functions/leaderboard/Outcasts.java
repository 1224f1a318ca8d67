package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.model.leaderboard.Board;
import games.drawbridge.model.title.Title;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where a player has scores at all: what a ban takes off the boards, and its end puts back.
final class Outcasts {
    private final ScoreTable scores;
    private final InstantSource clock;

    Outcasts(Aws aws, InstantSource clock) {
        scores = new ScoreTable(aws, new SecureRandom());
        this.clock = clock;
    }

    Map<Group, Set<String>> groups(String player) {
        var groups = new LinkedHashMap<Group, Set<String>>();
        for (var group : all(Title.TITLE.boards(), clock))
            if (scores.find(group, player).isPresent()) groups.put(group, Set.of(player));
        return groups;
    }

    /// Every group of players that is kept.
    static List<Group> all(List<Board> boards, InstantSource clock) {
        var groups = new ArrayList<Group>();
        for (var board : boards)
            for (var period : Periods.kept(board, clock.instant()))
                groups.add(new Group(board, period, false));
        return groups;
    }
}

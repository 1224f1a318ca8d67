package games.drawbridge.functions.events;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.leaderboard.ClanScores;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.events.Matching;
import games.drawbridge.model.events.Round;
import games.drawbridge.model.events.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A round with its groups and scores.
final class Contest {
    private final EventTable events;
    private final ClanScores scores;

    Contest(Aws aws) {
        events = new EventTable(aws);
        scores = new ClanScores(aws);
    }

    /// Matches those who have entered, if the round has begun and nobody has done it yet.
    List<List<ClanId>> groups(Round round, Instant now) {
        if (now.isBefore(round.week().from())) return List.of();
        var known = events.groups(round);
        if (known.isPresent()) return known.get();
        var clans = events.entries(round, round.week().from());
        var strengths = scores(round.before(), clans);
        var entrants =
                clans.stream()
                        .map(clan -> new Matching.Entrant(clan, strengths.getOrDefault(clan, 0L)))
                        .toList();
        events.match(round, Matching.groups(entrants, round.expedition().group()), now);
        return events.groups(round).orElseThrow();
    }

    /// A group as it stands.
    List<Standing> standings(Round round, List<ClanId> group) {
        return Standing.of(group, scores(round, group));
    }

    private Map<ClanId, Long> scores(Round round, List<ClanId> clans) {
        return scores.of(round.expedition().board(), round.week(), clans);
    }
}

package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.membership.MembershipTable;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.player.PlayerId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The names that stand on boards.
final class BoardNames {
    private final ProfileTable profiles;
    private final MembershipTable clans;

    BoardNames(Aws aws) {
        profiles = new ProfileTable(aws);
        clans = new MembershipTable(aws);
    }

    List<BoardEntry> entries(Ranking ranking, List<View.Ranked> lines) {
        var names = names(ranking, lines.stream().map(line -> line.place().who()).toList());
        return lines.stream().map(line -> BoardEntry.of(ranking, line, names)).toList();
    }

    /// Of at most 100.
    private Map<String, String> names(Ranking ranking, List<String> who) {
        var names = new HashMap<String, String>();
        if (who.isEmpty()) return names;
        if (ranking.group().clans())
            clans.badgesOf(who.stream().map(ClanId::new).toList())
                    .forEach((clan, badge) -> names.put(clan.value(), badge.name()));
        else
            profiles.names(who.stream().map(PlayerId::new).toList())
                    .forEach((player, name) -> names.put(player.value(), name));
        return names;
    }
}

package games.drawbridge.functions.statistics;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.log.FinishedLogs;
import games.drawbridge.functions.log.Manifest;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.statistics.GameStatistics;
import games.drawbridge.model.statistics.PlayerStatistics;
import games.drawbridge.model.title.Title;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The games that are over.
final class Games {
    private final FinishedLogs logs;
    private final ProfileTable profiles;
    private final StatisticsTable statistics;

    Games(Aws aws) {
        logs = new FinishedLogs(aws);
        profiles = new ProfileTable(aws);
        statistics = new StatisticsTable(aws);
    }

    /// Counts one of its archived log. One of a kind that the title has no more is left alone.
    ///
    /// @param archive as the room's row has it
    /// @return what it came to
    Optional<GameStatistics> count(String room, String kind, String archive) {
        var rules = Title.TITLE.rules(kind);
        if (rules.isEmpty()) return Optional.empty();
        var manifest = Manifest.of(Row.empty().with("archive", archive));
        var game = Played.count(rules.get(), logs.read(manifest));
        var players = game.players().stream().map(PlayerStatistics::player).toList();
        statistics.keep(new RoomId(room), game, shares(game, profiles.affiliates(players)));
        return Optional.of(game);
    }

    private static Map<String, AffiliateGames> shares(
            GameStatistics game, Map<PlayerId, String> affiliates) {
        String month = YearMonth.from(game.endedAt().atOffset(ZoneOffset.UTC)).toString();
        var shares = new TreeMap<String, AffiliateGames>();
        for (var player : game.players()) {
            String affiliate = affiliates.get(player.player());
            if (affiliate == null) continue;
            boolean most = shares.size() == StatisticsLimits.AFFILIATES;
            if (most && !shares.containsKey(affiliate)) continue;
            var one =
                    new AffiliateGames(month, game.kind(), 1, 1, player.moves(), player.seconds());
            shares.merge(affiliate, one, AffiliateGames::plus);
        }
        return shares;
    }
}

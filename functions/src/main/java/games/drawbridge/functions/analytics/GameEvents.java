package games.drawbridge.functions.analytics;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.statistics.GameStatistics;
import games.drawbridge.model.statistics.PlayerStatistics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What there is to tell of a game that is over.
public final class GameEvents {
    private GameEvents() {}

    /// The game's end, and each player's.
    public static List<Event> of(String room, GameStatistics game) {
        return Stream.concat(
                        Stream.of(over(room, game)),
                        game.players().stream().map(player -> played(room, game, player)))
                .toList();
    }

    private static Event over(String room, GameStatistics game) {
        Map<String, Object> fields =
                Map.of(
                        "room", room,
                        "kind", game.kind(),
                        "players", (long) game.sat(),
                        "moves", game.moves(),
                        "seconds", Duration.between(game.beganAt(), game.endedAt()).toSeconds());
        return event("game_over", room, null, game, fields);
    }

    private static Event played(String room, GameStatistics game, PlayerStatistics player) {
        Map<String, Object> fields =
                Map.of(
                        "room", room,
                        "kind", game.kind(),
                        "moves", player.moves(),
                        "seconds", player.seconds());
        return event("game_played", room + "\n" + player.player(), player.player(), game, fields);
    }

    private static Event event(
            String name,
            String cause,
            @Nullable PlayerId player,
            GameStatistics game,
            Map<String, Object> fields) {
        return Event.of(name, cause, player, game.endedAt(), fields);
    }
}

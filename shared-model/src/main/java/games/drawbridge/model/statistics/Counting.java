package games.drawbridge.model.statistics;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.model.room.Rules;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts a game, entry by entry, as its log has it.
public final class Counting<S, M, E> {
    private final Rules<S, M, E> rules;
    private final RoomState<S, M, E> room;
    private final Instant openedAt;
    private final Map<PlayerId, Part> parts = new LinkedHashMap<>();
    private Instant endedAt;
    private @Nullable Instant beganAt;

    /// A room at its opening, its maker seated.
    public Counting(Rules<S, M, E> rules, Cause.Opened opened, Instant at) {
        this.rules = rules;
        room = new RoomState<>(rules, opened, at);
        openedAt = at;
        endedAt = at;
        part(opened.by()).sit(at);
    }

    /// One player's part in the game.
    private static final class Part {
        final Map<String, Long> scored = new TreeMap<>();
        final Map<String, Long> granted = new TreeMap<>();
        long moves;
        long millis;
        @Nullable Instant since;

        void sit(Instant at) {
            since = at;
        }

        void rise(Instant at) {
            millis = seated(at);
            since = null;
        }

        long seated(Instant until) {
            return since == null ? millis : millis + until.toEpochMilli() - since.toEpochMilli();
        }
    }

    /// One more entry of the log.
    public void add(Entry<E> entry) {
        room.apply(entry);
        endedAt = entry.when();
        switch (entry.cause()) {
            case Cause.Opened _ -> throw new IllegalArgumentException("a room is opened once");
            case Cause.Sat(var by, _) -> part(by).sit(endedAt);
            case Cause.Left(var by) -> part(by).rise(endedAt);
            case Cause.Moved(var by, _, _) -> {
                part(by).moves++;
                if (beganAt == null) beganAt = endedAt;
            }
            case Cause.Rang _, Cause.Bought _, Cause.Told _, Cause.Closed _ -> {}
        }
        entry.effects().forEach(this::add);
    }

    /// What goes to somebody who was never here is not of this game.
    private void add(Effect effect) {
        switch (effect) {
            case Effect.Score(var board, var player, long points) -> {
                var part = parts.get(player);
                if (part != null) part.scored.merge(board.value(), points, Long::sum);
            }
            case Effect.Grant(var player, var unit, long amount) -> {
                var part = parts.get(player);
                if (part != null) part.granted.merge(unit.value(), amount, Long::sum);
            }
            case Effect.Mail _,
                    Effect.Open _,
                    Effect.Rate _,
                    Effect.Tell _,
                    Effect.Report _,
                    Effect.SetTimer _,
                    Effect.StopTimer _ -> {}
        }
    }

    private Part part(PlayerId player) {
        return parts.computeIfAbsent(player, _ -> new Part());
    }

    /// What the game has come to.
    public GameStatistics statistics() {
        return new GameStatistics(
                rules.kind().name(),
                openedAt,
                beganAt == null ? endedAt : beganAt,
                endedAt,
                parts.values().stream().mapToLong(part -> part.moves).sum(),
                parts.size(),
                parts.entrySet().stream()
                        .limit(GameStatistics.PLAYERS)
                        .map(each -> statistics(each.getKey(), each.getValue()))
                        .toList());
    }

    private PlayerStatistics statistics(PlayerId player, Part part) {
        return new PlayerStatistics(
                player,
                part.moves,
                part.seated(endedAt) / 1_000,
                part.scored,
                part.granted,
                rules.figures(room.state(), player));
    }
}

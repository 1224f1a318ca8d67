package games.drawbridge.functions.rooms;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Together;
import games.drawbridge.functions.bans.Ban;
import games.drawbridge.functions.bans.BanTable;
import games.drawbridge.functions.bans.Scope;
import games.drawbridge.functions.blocks.BlockTable;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.rating.RatingTable;
import games.drawbridge.functions.server.ServerStatus;
import games.drawbridge.functions.server.ServerTable;
import games.drawbridge.model.friends.FriendLimits;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Blocks;
import games.drawbridge.model.room.Standing;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// Who may go to a room at all: nobody who is banned, and in a maintenance only those who do it.
final class Admission {
    /// The year 9999: no ticket says more.
    private static final long FOR_GOOD = 253_402_300_799_000L;

    private final BanTable bans;
    private final ServerTable server;
    private final RatingTable ratings;
    private final BlockTable blocks;

    Admission(Aws aws, InstantSource clock) {
        bans = new BanTable(aws, clock);
        server = new ServerTable(aws, clock);
        ratings = new RatingTable(aws);
        blocks = new BlockTable(aws);
    }

    /// Asks on the way what the player is there, and in every room to which the same socket goes,
    /// beside a player.
    ///
    /// @param works whether the caller looks after the game
    /// @return says it, or throws a [Problem]: 403 `banned`, 503 `maintenance`
    Supplier<Standing> ask(Together.Trip trip, PlayerId player, boolean works) {
        var said = trip.with(server::status);
        var held = trip.with(() -> bans.of(player));
        var skills = trip.with(() -> ratings.skills(player));
        var blocked = trip.with(() -> blocks(player));
        return () -> {
            check(said.get(), works);
            bans.check(held.get(), Scope.ROOMS);
            return new Standing(works, false, silentUntil(held.get()))
                    .playing(skills.get())
                    .blocking(blocked.get());
        };
    }

    private static void check(ServerStatus said, boolean works) {
        if (said.isMaintained() && !works) {
            String message = said.message();
            throw Problem.unavailable(
                    "maintenance", message == null ? "the game is being looked after" : message);
        }
    }

    /// The first of those that a player may have blocked: a ticket holds no more.
    private Blocks blocks(PlayerId player) {
        return Blocks.of(blocks.of(player).stream().limit(FriendLimits.BLOCKED).toList());
    }

    private static long silentUntil(List<Ban> held) {
        return held.stream()
                .filter(ban -> ban.covers(Scope.CHAT))
                .mapToLong(ban -> ban.until() == null ? FOR_GOOD : ban.until().toEpochMilli())
                .max()
                .orElse(0);
    }
}
